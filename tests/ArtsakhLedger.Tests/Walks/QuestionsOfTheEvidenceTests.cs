using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Walks;

/// <summary>Questions that the article leaves open and other sources answer: what was possible or absent with the article alone is answered at the head.</summary>
public sealed class QuestionsOfTheEvidenceTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    [Theory]
    [InlineData("Was Ghukasyan minister on 23 July 1993?", "1993-07-23", "foreign-minister/arkadi-ghukasyan", "possible", "certain")]
    [InlineData(
        "Was Melikyan on 26 December 2004, as a report of the next day says?",
        "2004-12-26",
        "foreign-minister/arman-melikyan",
        "possible",
        "certain"
    )]
    [InlineData(
        "Was Mirzoyan on 22 September 2012, when he was introduced?",
        "2012-09-22",
        "foreign-minister/karen-mirzoyan",
        "possible",
        "certain"
    )]
    [InlineData("Was Mirzoyan still on 28 August 2017?", "2017-08-28", "foreign-minister/karen-mirzoyan", "possible", "certain")]
    [InlineData("Was Ghazaryan on 11 January 2023?", "2023-01-11", "foreign-minister/sergey-ghazaryan", "possible", "certain")]
    [InlineData("Was there an office in Washington in 2000?", "2000-01-01", "office/washington", "possible", "certain")]
    [InlineData("In Berlin in February 2011?", "2011-02-23", "office/berlin", "possible", "certain")]
    [InlineData("In Yerevan in 1996?", "1996-06-01", "office/yerevan", "possible", "certain")]
    [InlineData(
        "Had New South Wales recognised on 25 October 2012?",
        "2012-10-25",
        "recognition-by/new-south-wales",
        "possible",
        "certain"
    )]
    [InlineData("Had Hawaii on 29 March 2016?", "2016-03-29", "recognition-by/hawaii", "no", "certain")]
    [InlineData("Had New Jersey by July 2021?", "2021-07-01", "recognition-by/new-jersey", "no", "certain")]
    [InlineData(
        "Was there a friendship group of the European Parliament on 15 October 2014?",
        "2014-10-15",
        "friendship-group/european-parliament",
        "possible",
        "certain"
    )]
    [InlineData("Was Stepanakert twinned with Ryde in October 2019?", "2019-10-01", "twinning/stepanakert--ryde", "no", "certain")]
    [InlineData(
        "Was Lachin, which is Berdzor, twinned with Highland at the end of 2013?",
        "2013-12-31",
        "twinning/lachin--highland",
        "possible",
        "certain"
    )]
    [InlineData(
        "Was Artsakh a member of the Community in 2010?",
        "2010-01-01",
        "membership/community-for-democracy-and-rights-of-nations",
        "possible",
        "certain"
    )]
    public async Task Did_it_hold(string question, string on, string episode, string article, string head)
    {
        (await ledger.HeldAsync(on, episode, "artsakh/0001-article")).ShouldBe(article, question);
        (await ledger.HeldAsync(on, episode)).ShouldBe(head, question);
    }

    [Theory]
    [InlineData("us-state-passed-recognition-september-2017", "michigan")]
    [InlineData("us-state-passed-recognition-april-2019", "colorado")]
    [InlineData("us-state-rejected-recognition-april-2014", "vermont")]
    [InlineData("us-state-passed-territorial-integrity-january-2014", "arizona")]
    public async Task A_state_that_the_table_leaves_unnamed_is_named_by_a_later_source_as_an_inference(string fact, string state)
    {
        (await ledger.FieldAsync(fact, "actor.unnamed", "artsakh/0001-article")).ShouldBe("a U.S. state");
        (await ledger.FieldAsync(fact, "actor")).ShouldBe(state);
        (await ledger.FieldAsync(fact, "inferred")).ShouldBe("True");
    }

    [Fact]
    public async Task A_cell_that_no_source_names_stays_unnamed() =>
        (await ledger.FieldAsync("us-state-rejected-territorial-integrity-march-2016", "actor.unnamed")).ShouldBe("a U.S. state");

    [Fact]
    public async Task A_minister_who_was_dismissed_and_went_on_acting_is_shown_as_acting_from_then_on()
    {
        async Task<string?> StatementAsync(string on) =>
            (await ledger.EntriesAsync(on, "foreign-minister")).ShouldHaveSingleItem().GetProperty("statement").GetString();

        (await StatementAsync("2022-11-22")).ShouldBe("David Babayan was foreign minister");
        (await StatementAsync("2022-11-23")).ShouldBe("David Babayan was acting foreign minister");
    }

    [Fact]
    public async Task Votes_that_sources_give_differently_stand_side_by_side() =>
        (await ledger.EntriesAsync("2014-12-31", "recognition-by"))
            .Single(entry => entry.GetProperty("party").GetProperty("id").GetString() == "california-state-assembly")
            .GetProperty("details")
            .GetProperty("votes")
            .EnumerateArray()
            .Select(votes => votes.GetProperty("for").GetInt32())
            .ShouldBe([70, 72]);

    [Fact]
    public async Task A_dissolution_that_one_source_denies_and_another_dates_earlier_leaves_existence_possible()
    {
        async Task<string?> ExistenceAsync(string on, string more = "") =>
            (await ledger.QueryAsync($"/polities/artsakh/state?on={on}{more}"))
                .GetProperty("existence")
                .GetProperty("certainty")
                .GetString();

        (await ExistenceAsync("2023-09-27")).ShouldBe("certain");
        (await ExistenceAsync("2024-01-01")).ShouldBe("possible");
        (await ExistenceAsync("2024-01-01", "&known-at=artsakh/0001-article")).ShouldBe("not");
    }
}
