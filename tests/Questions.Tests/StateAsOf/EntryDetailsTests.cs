using ArtsakhLedger.Asking;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Memberships;
using ArtsakhLedger.Recognitions;
using ArtsakhLedger.Towns;
using Edtf;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.StateAsOf;

public sealed class EntryDetailsTests
{
    public static TheoryData<Fact, string> SaidLater =>
        new()
        {
            {
                new TwinningEnded
                {
                    Id = "ended",
                    Town = "shushi",
                    Partner = "los-angeles",
                    How = TwinningEnd.Suspended,
                },
                "shushi was twinned with los-angeles"
            },
            {
                new MembershipAttested
                {
                    Id = "seen",
                    Organisation = "confederation",
                    Member = "football-association",
                },
                "football-association was a member of confederation"
            },
            {
                new MembershipEnded
                {
                    Id = "left",
                    Organisation = "confederation",
                    Member = "football-association",
                },
                "football-association was a member of confederation"
            },
        };

    [Theory]
    [MemberData(nameof(SaidLater))]
    public void Whose_it_was_is_said_on_days_before_the_only_fact_that_names_him_too(Fact fact, string statement)
    {
        var known = Known(fact with { Date = EdtfDate.Parse("2020"), Citations = [Cite("a")] });

        foreach (var on in new[] { "1995-06-01", "2020-01-01" })
        {
            known.StateOf(null).Entries(QueryDate.Parse(on)).Single().Statement.ShouldBe(statement, on);
        }
    }

    [Fact]
    public void Of_relations_between_two_others_both_are_named_before_the_day_on_which_they_may_have_begun_too()
    {
        var known = Known(
            new DiplomaticRelationsEstablished
            {
                Id = "relations",
                With = "abkhazia",
                And = "south-ossetia",
                Date = EdtfDate.Parse("[..2006-11-17]"),
                Citations = [Cite("a")],
            }
        );

        known
            .StateOf(null)
            .Entries(QueryDate.Parse("1995-06-01"))
            .Single()
            .Statement.ShouldBe("abkhazia and south-ossetia had diplomatic relations");
    }
}
