using ArtsakhLedger.Pages;
using ArtsakhLedger.StateAsOf;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages;

public sealed class ReasonsInWordsTests
{
    private static readonly ReasonsInWords Words = new(fact => [$"Source of {fact}"]);

    public static TheoryData<Reason, string> Clauses =>
        new()
        {
            { new(Rule.Claim, BoundName.End, "1997", "a"), "Source of a gives 1997 for its end, no day" },
            { new(Rule.Claim, BoundName.Start, "2013-02", "a"), "Source of a gives February 2013 for its start, no day" },
            { new(Rule.Claim, BoundName.Start, "[..2012-11-04]", "a"), "Source of a gives 4 November 2012 or before for its start" },
            { new(Rule.Claim, BoundName.End, "..", "a"), "Source of a knew of no end yet" },
            { new(Rule.Claim, BoundName.End, null, "a"), "no source dates its end" },
            {
                new(Rule.Attestation, BoundName.Start, "2012-11-04", "a"),
                "Source of a shows that it had begun by 4 November 2012, and no source says when"
            },
            {
                new(Rule.Attestation, BoundName.End, "2012-11-04", "a"),
                "Source of a last mentions it on 4 November 2012, and no source says when it ended"
            },
            {
                new(Rule.Attestation, BoundName.Start, "[..2012-11-04]", "a"),
                "Source of a shows that it had begun by 4 November 2012, and no source says when"
            },
            {
                new(Rule.Attestation, BoundName.Start, "1995/1997", "a"),
                "Source of a shows that it had begun by 1995, and no source says when"
            },
            {
                new(Rule.Attestation, BoundName.End, "1995/1997", "a"),
                "Source of a last mentions it in 1997, and no source says when it ended"
            },
            {
                new(Rule.Claim, BoundName.Start, "[2020-12-06..2021-01-05]", "a"),
                "Source of a gives a day between 6 December 2020 and 5 January 2021 for its start"
            },
            {
                new(Rule.Life, BoundName.End, "2024-01-01", "a", "artsakh/existence"),
                "no source dates its end, so it is taken to end with the state (its end: 1 January 2024)"
            },
            {
                new(Rule.Life, BoundName.Start, "1991", "a", "artsakh/institution/x"),
                "it depends on the start of a post or an institution of the state (1991)"
            },
            {
                new(Rule.Life, BoundName.End, null, null),
                "no source dates its end, so it is taken to end with the state, whose end no source dates"
            },
            {
                new(Rule.Seat, BoundName.Start, "1997", "a", "artsakh/foreign-minister/y"),
                "the post has one holder at a time, and another’s term begins (1997) (an inference)"
            },
            {
                new(Rule.Life, BoundName.Start, "1991-09-02", "a", "artsakh/existence"),
                "it depends on the start of the state (2 September 1991)"
            },
            { new(Rule.Denial, null, null, "a"), "Source of a denies it" },
            { new(Rule.Denial, BoundName.End, "..", "a"), "Source of a denies that it ended" },
            { new(Rule.Attestation, null, "2010", "a"), "Source of a says so (2010)" },
            { new(Rule.Rival, null, null, "a"), "Source of a says otherwise" },
            {
                new(Rule.RecordDate, null, "2026-11-26", null),
                "nothing is certain after 26 November 2026, when the record was last added to"
            },
        };

    [Theory]
    [MemberData(nameof(Clauses))]
    public void Each_rule_has_a_clause_of_its_own(Reason reason, string clause) => Words.Of([reason]).ShouldBe([clause]);

    [Fact]
    public void Rivals_for_a_bound_stand_in_one_clause_with_who_says_which() =>
        Words
            .Of([
                new(Rule.Rival, BoundName.End, "1997", "a"),
                new(Rule.Rival, BoundName.End, "1998-09-08", "b"),
                new(Rule.Rival, BoundName.End, "1997", "c"),
            ])
            .ShouldBe(["its end is disputed: 1997 (Source of a and Source of c) and 8 September 1998 (Source of b)"]);

    [Fact]
    public void Statements_that_it_was_not_stand_in_one_clause_and_a_source_of_several_facts_is_named_once() =>
        new ReasonsInWords(_ => ["B"])
            .Of([new(Rule.Attestation, null, null, "a"), new(Rule.Claim, null, null, "b")])
            .ShouldBe(["B says so"]);

    [Fact]
    public void Several_sources_of_one_fact_take_a_verb_for_several() =>
        new ReasonsInWords(_ => ["B", "C"])
            .Of([new(Rule.Claim, BoundName.End, "1997-06-01", "a"), new(Rule.Denial, null, null, "a")])
            .ShouldBe(["B and C give 1 June 1997 for its end", "B and C deny it"]);

    [Fact]
    public void Rival_dates_for_the_end_of_the_state_stand_in_one_clause() =>
        Words
            .Of([
                new(Rule.Life, BoundName.End, "2023-09-28", "a", "artsakh/existence"),
                new(Rule.Life, BoundName.End, "2024-01-01", "b", "artsakh/existence"),
            ])
            .ShouldBe(["no source dates its end, so it is taken to end with the state (its end: 28 September 2023 or 1 January 2024)"]);

    [Fact]
    public void Dates_for_the_end_of_the_state_that_agree_are_one() =>
        Words
            .Of([
                new(Rule.Life, BoundName.End, "2024", "a", "artsakh/existence"),
                new(Rule.Life, BoundName.End, "[..2024-01-01]", "b", "artsakh/existence"),
            ])
            .ShouldBe(["no source dates its end, so it is taken to end with the state (its end: 1 January 2024)"]);

    [Fact]
    public void That_a_source_denies_the_end_of_the_state_stands_beside_its_dates() =>
        Words
            .Of([
                new(Rule.Life, BoundName.End, "2024-01-01", "a", "artsakh/existence"),
                new(Rule.Life, BoundName.End, "..", "b", "artsakh/existence"),
            ])
            .ShouldBe(["no source dates its end, so it is taken to end with the state (its end: 1 January 2024 or none)"]);

    [Fact]
    public void Whoever_denies_a_disputed_end_is_named_after_those_who_date_it() =>
        Words
            .Of([
                new(Rule.Rival, BoundName.End, "2024-01-01", "a"),
                new(Rule.Rival, BoundName.End, "2023-09-28", "b"),
                new(Rule.Denial, BoundName.End, "..", "c"),
            ])
            .ShouldBe([
                "its end is disputed: 1 January 2024 (Source of a) and 28 September 2023 (Source of b), while Source of c denies that it ended",
            ]);

    [Fact]
    public void What_lasts_unless_it_ended_lasts_otherwise_while_the_state_does() =>
        Words
            .Of([
                new(Rule.Rival, BoundName.End, "2020", "a"),
                new(Rule.Denial, BoundName.End, "..", "b"),
                new(Rule.Life, BoundName.End, "2024-01-01", "c", "artsakh/existence"),
            ])
            .ShouldBe([
                "its end is disputed: 2020 (Source of a), while Source of b denies that it ended",
                "otherwise it is taken to end with the state (its end: 1 January 2024)",
            ]);

    [Fact]
    public void What_leaves_a_disputed_bound_open_is_said_with_it() =>
        Words
            .Of([
                new(Rule.Rival, BoundName.End, "1997", "a"),
                new(Rule.Rival, BoundName.End, "..", "b"),
                new(Rule.Rival, BoundName.End, null, "c"),
                new(Rule.Attestation, BoundName.End, "1999-05-05", "d"),
                new(Rule.Rival, BoundName.Start, "1995", "a"),
                new(Rule.Attestation, BoundName.Start, "1993", "d"),
            ])
            .ShouldBe([
                "its end is disputed: 1997 (Source of a), no end yet (Source of b) and no date (Source of c), while Source of d mentions it on 5 May 1999",
                "its start is disputed: 1995 (Source of a), while Source of d mentions it by 1993",
            ]);

    [Fact]
    public void Dates_for_a_bound_that_agree_are_no_dispute_but_leave_days_together() =>
        Words
            .Of([
                new(Rule.Claim, BoundName.Start, "2006", "a"),
                new(Rule.Claim, BoundName.Start, "[..2006-11-17]", "b"),
                new(Rule.Claim, BoundName.Start, "[..2014-09-26]", "c"),
            ])
            .ShouldBe([
                "its start lies between 1 January 2006 and 17 November 2006 by what sources say together: "
                    + "2006 (Source of a), 17 November 2006 or before (Source of b) and 26 September 2014 or before (Source of c)",
            ]);

    [Fact]
    public void Beside_when_the_state_existed_its_dates_are_not_repeated_but_those_of_a_post_are() =>
        new ReasonsInWords(fact => [$"Source of {fact}"], besideExistence: true)
            .Of([
                new(Rule.Life, BoundName.End, "2024-01-01", "a", "artsakh/existence"),
                new(Rule.Life, BoundName.Start, "1991", "a", "artsakh/institution/x"),
            ])
            .ShouldBe(["taken to end with the state", "it depends on the start of a post or an institution of the state (1991)"]);

    [Fact]
    public void What_is_certain_by_its_own_claims_has_no_reasons() => Words.Of([]).ShouldBeEmpty();
}
