using ArtsakhLedger.Asking;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Offices;
using ArtsakhLedger.Recognitions;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.State;
using ArtsakhLedger.StateAsOf;
using Edtf;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.StateAsOf;

/// <summary>What is said of a bound is disputed only where sources cannot all be right, and whatever leaves it open is then named with the dates (the design, section 2, rule 2).</summary>
public sealed class BoundReasonTests
{
    private static readonly Fact Proclaimed = new StateProclaimed
    {
        Id = "proclaimed",
        Date = EdtfDate.Parse("1991-09-02"),
        Citations = [Cite("a")],
    };
    private static readonly Fact Dissolved = Dissolution("dissolved", "2024-01-01", "a");
    private static readonly Fact Earlier = new StateProclaimed
    {
        Id = "earlier",
        Date = EdtfDate.Parse("1991-09-02/2023-09-28"),
        Citations = [Cite("b")],
    };
    private static readonly FactDenied Denial = new()
    {
        Id = "denial",
        Target = "dissolved",
        Denies = Denied.End,
        Citations = [Cite("c")],
    };

    [Theory]
    [InlineData("2023-12-01")]
    [InlineData("2024-01-01")]
    [InlineData("2024-06-01")]
    public void A_state_whose_end_is_denied_names_the_denial_beside_the_ends_that_it_denies(string on)
    {
        var (certainty, reasons) = Existence(on, Proclaimed, Dissolved, Earlier, Denial);

        certainty.ShouldBe(Certainty.Possible);
        reasons.ShouldBe(["Rival End 2024-01-01 dissolved", "Rival End 2023-09-28 earlier", "Denial End .. denial"]);
    }

    [Fact]
    public void A_single_end_that_is_denied_is_disputed_by_the_denial() =>
        Existence("2024-06-01", Proclaimed, Dissolved, Denial).Reasons.ShouldBe(["Rival End 2024-01-01 dissolved", "Denial End .. denial"]);

    [Fact]
    public void Without_the_denial_it_is_over_after_both_ends() =>
        Existence("2024-06-01", Proclaimed, Dissolved, Earlier).Certainty.ShouldBe(Certainty.Not);

    [Fact]
    public void What_lasts_as_long_as_a_state_whose_end_is_denied_names_the_denial_too() =>
        Only("2024-06-01", Proclaimed, Dissolved, Earlier, Denial, Passed("2006", "a"))
            .Reasons.ShouldBe([
                "Life End 2024-01-01 dissolved artsakh/existence",
                "Life End 2023-09-28 earlier artsakh/existence",
                "Life End .. denial artsakh/existence",
            ]);

    [Theory]
    [InlineData("2010-01-01", Certainty.Certain, true)]
    [InlineData("2021-01-01", Certainty.Possible, false)]
    [InlineData("2023-12-01", Certainty.Possible, true)]
    public void A_recognition_whose_withdrawal_is_denied_names_withdrawal_and_denial_and_the_state_where_that_decides_too(
        string on,
        Certainty certainty,
        bool byTheState
    )
    {
        var rescinded = new RecognitionRescinded
        {
            Id = "rescinded",
            Actor = "abkhazia",
            Level = ActorLevel.State,
            Date = EdtfDate.Parse("2020"),
            Citations = [Cite("a")],
        };
        var state = Dissolution("dissolved", "[2023-09-28..2024-01-01]", "a");

        var (how, reasons) = Only(on, Proclaimed, state, Passed("2006", "a"), rescinded, Denial with { Target = "rescinded" });

        how.ShouldBe(certainty);
        reasons.Take(2).ShouldBe(["Rival End 2020 rescinded", "Denial End .. denial"]);
        reasons.Skip(2).ShouldBe(!byTheState ? [] : ["Life End [2023-09-28..2024-01-01] dissolved artsakh/existence"]);
    }

    [Fact]
    public void Starts_that_agree_are_claims_and_no_rivals()
    {
        var (certainty, reasons) = Only(
            "2006-06-01",
            Proclaimed,
            Dissolved,
            Passed("[..2006-11-17]", "a"),
            Passed("2006", "b"),
            Passed("[..2014-09-26]", "c")
        );

        certainty.ShouldBe(Certainty.Possible);
        reasons.ShouldBe(["Claim Start [..2006-11-17] passed-a", "Claim Start 2006 passed-b", "Claim Start [..2014-09-26] passed-c"]);
    }

    [Fact]
    public void Starts_that_cannot_all_be_true_are_rivals() =>
        Only("2005-06-01", Proclaimed, Dissolved, Passed("2005", "a"), Passed("2006", "b"))
            .Reasons.ShouldBe(["Rival Start 2005 passed-a", "Rival Start 2006 passed-b"]);

    [Fact]
    public void Dates_with_gaps_that_share_no_day_are_rivals_though_they_reach_over_the_same_years() =>
        Only("2006-06-01", Proclaimed, Dissolved, Passed("20XX-10-12", "a"), Passed("20XX-11-12", "b"))
            .Reasons.ShouldBe(["Rival Start 20XX-10-12 passed-a", "Rival Start 20XX-11-12 passed-b"]);

    [Fact]
    public void Ends_that_agree_refine_one_another_though_the_starts_do_not()
    {
        var (certainty, reasons) = Only("2012-09-21", Proclaimed, Dissolved, Office("2004/2012", "a"), Office("2006/2012-09-22", "b"));

        certainty.ShouldBe(Certainty.Certain, "nobody disputes 22 September");
        reasons.ShouldBeEmpty();
    }

    [Fact]
    public void What_attests_it_beyond_every_end_that_is_claimed_is_named_with_these()
    {
        var attested = new OfficeAttested
        {
            Id = "attested",
            City = "paris",
            Date = EdtfDate.Parse("2015-05-05"),
            Citations = [Cite("c")],
        };

        var (certainty, reasons) = Only("2014-01-01", Proclaimed, Dissolved, Office("2004/2009", "a"), Office("2004/2012", "b"), attested);

        certainty.ShouldBe(Certainty.Possible);
        reasons.ShouldBe(["Rival End 2009 office-a", "Rival End 2012 office-b", "Attestation End 2015-05-05 attested"]);
    }

    [Fact]
    public void An_end_that_one_source_dates_and_another_had_not_seen_yet_is_not_disputed() =>
        Only("2012-06-01", Proclaimed, Dissolved, Office("2004/..", "a"), Office("2004/2012", "b"))
            .Reasons.ShouldBe(["Claim End 2012 office-b"]);

    private static StateDissolved Dissolution(string id, string date, string source) =>
        new()
        {
            Id = id,
            Date = EdtfDate.Parse(date),
            Citations = [Cite(source)],
        };

    private static OfficeOpened Office(string date, string source) => Opened($"office-{source}", date, source);

    private static RecognitionPassed Passed(string date, string source) =>
        new()
        {
            Id = $"passed-{source}",
            Actor = "abkhazia",
            Level = ActorLevel.State,
            Date = EdtfDate.Parse(date),
            Citations = [Cite(source)],
        };

    private static (Certainty? Certainty, IReadOnlyList<string> Reasons) Existence(string on, params Fact[] facts)
    {
        var existence = Known(facts).StateOf(null).Existence(QueryDate.Parse(on));
        return (existence.Certainty, InShort(existence.Because));
    }

    private static (Certainty? Certainty, IReadOnlyList<string> Reasons) Only(string on, params Fact[] facts)
    {
        var entry = Known(facts).StateOf(null).Entries(QueryDate.Parse(on)).Single();
        return (entry.Certainty, InShort(entry.Because));
    }

    private static List<string> InShort(IEnumerable<Reason> because) =>
        [.. because.Select(reason => $"{reason.Rule} {reason.Bound} {reason.Edtf} {reason.Fact} {reason.Episode}".TrimEnd())];
}
