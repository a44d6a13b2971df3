using ArtsakhLedger.Checks;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Offices;
using ArtsakhLedger.Preferences;
using Edtf;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.Checks;

/// <summary>What a fact says of the period of which it tells, and what a preference names, is checked against what is told so far.</summary>
public sealed class PeriodChecksTests
{
    private static readonly Fact[] Twice = [Opened("opened", "2001", "a"), Closed("closed", "2003"), Opened("reopened", "2005", "a")];

    [Fact]
    public void A_term_of_0_is_a_problem() =>
        ProblemsOf(Opened("x", "2010", "a") with { Term = 0 }).ShouldHaveSingleItem().Pointer.ShouldBe("/term");

    [Fact]
    public void A_term_may_be_the_next_after_those_that_are_told()
    {
        ProblemsOf(Opened("x", "2010", "a") with { Term = 2 }, Twice).ShouldBeEmpty();
        ProblemsOf(Opened("x", "2010", "a") with { Term = 3 }, Twice).ShouldBeEmpty();
    }

    [Fact]
    public void A_term_beyond_the_periods_told_is_a_problem_that_says_how_many_there_are()
    {
        var problem = ProblemsOf(Opened("x", "2010", "a") with { Term = 4 }, Twice).ShouldHaveSingleItem();

        problem.Pointer.ShouldBe("/term");
        problem.Message.ShouldBe("2 periods are told so far, so the number can be at most 3; leave it out where the dates tell the period");
    }

    [Fact]
    public void A_source_may_speak_of_a_second_period_where_nothing_is_told_of_the_first_and_not_of_a_third()
    {
        ProblemsOf(Opened("x", "2010", "a") with { Term = 2 }).ShouldBeEmpty();
        ProblemsOf(Opened("x", "2010", "a") with { Term = 3 }).ShouldHaveSingleItem().Pointer.ShouldBe("/term");
    }

    [Fact]
    public void A_correction_is_checked_as_what_it_says() =>
        ProblemsOf(Corrected("x", "reopened", Twice[2] is OfficeOpened reopened ? reopened with { Term = 9 } : Twice[2]), Twice)
            .ShouldContain(problem => problem.Pointer == "/content/term");

    [Fact]
    public void A_preference_names_facts_that_tell_of_one_thing()
    {
        ProblemsOf(Preferred(["opened"], ["reopened"]), Twice).ShouldBeEmpty();
        PointersOf(Preferred(["opened"], ["elsewhere"]), [.. Twice, Opened("elsewhere", "2001", "a", "rome")]).ShouldBe(["/over/0"]);
        PointersOf(Preferred(["opened"], ["opened"]), Twice).ShouldBe(["/over/0"]);
        PointersOf(Preferred(["nothing"], ["opened"]), Twice).ShouldBe(["/prefer/0", "/over/0"]);
        PointersOf(Preferred(["opened"], []), Twice).ShouldContain("/over");
        PointersOf(Preferred(["opened"], ["reopened"]) with { Claim = "artsakh/office/paris@a" }, Twice).ShouldBe(["/prefer"]);
        PointersOf(Preferred(null, ["reopened"]), Twice).ShouldBe(["/prefer"]);
    }

    [Fact]
    public void A_preference_may_name_a_fact_that_is_one_act_with_another()
    {
        Fact[] facts =
        [
            Opened("one", "2001", "a"),
            Opened("same", "2002", "b", "rome"),
            new FactsIdentified
            {
                Id = "one-act",
                Target = "one",
                Same = "same",
                Reason = "one act",
            },
        ];

        ProblemsOf(Preferred(["one"], ["same"]), facts).ShouldBeEmpty();
    }

    private static IEnumerable<string> PointersOf(Fact fact, params Fact[] before) =>
        ProblemsOf(fact, before).Select(problem => problem.Pointer);

    private static List<FactProblem> ProblemsOf(Fact fact, params Fact[] before)
    {
        var record = new RecordSoFar();
        foreach (var entry in Of(before))
        {
            record.Add(entry);
        }

        var asked = fact with { Polity = "artsakh" };
        // What else may be wrong with these facts, whose parties and sources are not described, is left out.
        string[] looked = ["term", "prefer", "claim", "over", "bounds"];
        return
        [
            .. FactCheck
                .ProblemsOf(asked, record.KnownTo(asked, []), _ => [])
                .Where(problem => problem.Pointer.Split('/').Any(looked.Contains)),
        ];
    }

    private static ClaimPreferred Preferred(string[]? prefer, string[] over) =>
        new()
        {
            Id = "settled",
            Prefer = prefer,
            Over = over,
            Reason = "closer",
            Citations = [Cite("c")],
        };

    private static OfficeClosed Closed(string id, string date) =>
        new()
        {
            Id = id,
            City = "paris",
            Date = EdtfDate.Parse(date),
            Citations = [Cite("a")],
        };
}
