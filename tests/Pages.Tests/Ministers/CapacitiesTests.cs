using ArtsakhLedger.Facts;
using ArtsakhLedger.Ministers;
using ArtsakhLedger.Pages.Episodes;
using ArtsakhLedger.StateAsOf;
using Edtf;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.Ministers;

public sealed class CapacitiesTests
{
    public static TheoryData<Fact[], string, string?> Terms =>
        new()
        {
            {
                [Appointed("2021", null), Changed("2022-11-23", "acting")],
                "anna was foreign minister",
                "in full at first; acting from 23 November 2022"
            },
            {
                [Appointed("2021", "acting"), Changed("2022-11", "full")],
                "anna was foreign minister",
                "acting at first; in full from November 2022"
            },
            { [Changed("2022", "acting")], "anna was foreign minister", "acting from 2022" },
            {
                [Appointed("2021", null), Changed(null, "acting")],
                "anna was foreign minister",
                "in full at first; acting later, on a day that no source gives"
            },
            { [Appointed("2021", "acting"), Changed("2022", "acting")], "anna was acting foreign minister", null },
            { [Appointed("2011/2012", "acting")], "anna was acting foreign minister", null },
            { [Appointed("2011/2012", null)], "anna was foreign minister", null },
        };

    [Theory]
    [MemberData(nameof(Terms))]
    public void A_term_is_called_by_a_capacity_only_where_that_holds_for_all_of_it_and_otherwise_is_told_when_it_changed(
        Fact[] facts,
        string statement,
        string? capacities
    )
    {
        var known = Known(facts);
        var term = known.Episodes.Single();

        EpisodeInWords.Of(known, term).ShouldBe(statement);
        PhasesInWords.Of(term).SingleOrDefault().ShouldBe(capacities);
    }

    private static MinisterAppointed Appointed(string date, string? capacity) =>
        new()
        {
            Id = "appointed",
            Person = "anna",
            Capacity = capacity,
            Date = EdtfDate.Parse(date),
            Citations = [Cite("a")],
        };

    private static CapacityChanged Changed(string? date, string capacity) =>
        new()
        {
            Id = "changed",
            Person = "anna",
            Capacity = capacity,
            Date = date is null ? null : EdtfDate.Parse(date),
            Citations = [Cite("a")],
        };
}
