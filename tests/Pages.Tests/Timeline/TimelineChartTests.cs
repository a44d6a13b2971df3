using ArtsakhLedger.Asking;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Tests.Pages.TimelinePictures;
using ArtsakhLedger.Timeline;
using Edtf;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.Timeline;

public sealed class TimelineChartTests
{
    [Fact]
    public void Rows_are_in_the_order_of_a_states_entries_and_what_only_happened_comes_last()
    {
        var rows = Pictures.Answer(Pictures.Head, rows: "1..500").Rows;

        var episodes = rows.OfType<EpisodeRow>().ToList();
        rows.Take(episodes.Count).ShouldBe(episodes);
        var kinds = episodes.Select(row => row.Kind).Distinct().ToList();
        kinds.Take(2).ShouldBe(["president", "foreign-minister"]);
        kinds.TakeWhile(kind => kind != "institution").ShouldContain("speaker-of-the-national-assembly");
        kinds.SkipWhile(kind => kind != "institution").Take(2).ShouldBe(["institution", "territory"]);
        // The posts of a state are sorted by their starts; in the chart each post is together.
        var entries = Pictures.Head.StateOf(null).On(Day.Parse("2015-01-01")).Entries;
        var onADay = kinds
            .SelectMany(kind => entries.Where(entry => entry.Kind == kind))
            .Select(entry => EpisodeId.ThingOf(entry.Episode))
            .Distinct()
            .ToList();
        episodes.Select(row => row.Episode).Where(onADay.Contains).ShouldBe(onADay);
        rows.OfType<HappeningsRow>().Select(row => row.Kind).ShouldContain("visit-made");
    }

    [Fact]
    public void A_window_takes_what_may_have_held_on_a_day_of_it_though_no_fact_is_of_that_time()
    {
        var known = Known(Opened("one", "2001", "a"), Opened("two", "2005", "a", "berlin"));

        EpisodesOf(Pictures.Answer(known, from: "2003", to: "2004")).ShouldBe(["artsakh/office/paris"]);
        Pictures.Answer(known, from: "2003", to: "2004").FirstDay.ShouldBe(Day.Parse("2003-01-01").DayNumber);
        Pictures.Answer(known, from: "2003", to: "2004").LastDay.ShouldBe(Day.Parse("2004-12-31").DayNumber);
    }

    [Fact]
    public void Certain_is_what_certainly_held_on_a_day_in_view_possible_what_nowhere_in_view_did()
    {
        EpisodesOf(Pictures.Answer(Pictures.Article, kind: "foreign-minister", from: "1997-06-01", to: "1997-12-31", certainty: "certain"))
            .ShouldBe(["artsakh/foreign-minister/naira-melkumian"]);
        EpisodesOf(Pictures.Answer(Pictures.Article, kind: "foreign-minister", from: "1997-06-01", to: "1997-12-31", certainty: "possible"))
            .ShouldBe(["artsakh/foreign-minister/arkadi-ghukasyan"]);
        Pictures.Answer(Pictures.Article, certainty: "certain").Rows.OfType<HappeningsRow>().ShouldBeEmpty();
    }

    [Fact]
    public void A_kind_and_a_party_narrow_episodes_and_happenings()
    {
        Pictures.Answer(Pictures.Article, kind: "office").Rows.ShouldAllBe(row => row.Kind == "office");
        Pictures.Answer(Pictures.Article, kind: "visit-made").Rows.ShouldHaveSingleItem().Kind.ShouldBe("visit-made");
        EpisodesOf(Pictures.Answer(Pictures.Article, kind: "minister-appointed")).Count.ShouldBe(10);
        EpisodesOf(Pictures.Answer(Pictures.Article, party: "abkhazia")).ShouldContain("artsakh/recognition-of/abkhazia");
        EpisodesOf(Pictures.Answer(Pictures.Article, party: "abkhazia")).ShouldNotContain("artsakh/office/paris");
    }

    [Fact]
    public void Of_ten_thousand_episodes_only_the_rows_asked_for_are_made_and_all_can_be_asked_for()
    {
        var known = Known(
            Enumerable.Range(0, 10_000).Select(number => Opened($"opened-{number}", $"{1000 + (number % 900)}", "a", $"city-{number}"))
        );

        var first = Pictures.Answer(known);
        (first.Rows.Count, first.AllRows, first.NextRow).ShouldBe((RowRange.Usual, 10_000, RowRange.Usual + 1));
        DrawnRow.In(Pictures.Draw(known, rows: "5001..5100")).Count.ShouldBe(101);

        var reached = Enumerable
            .Range(0, 20)
            .SelectMany(page => EpisodesOf(Pictures.Answer(known, rows: $"{(page * 500) + 1}..{(page + 1) * 500}")))
            .ToList();
        reached.Count.ShouldBe(10_000);
        reached.ShouldBeUnique();
        Pictures.Answer(known, rows: "9901..10000").NextRow.ShouldBeNull();
    }

    [Fact]
    public void Rows_that_cut_through_episodes_and_happenings_give_each_once()
    {
        var all = Pictures.Answer(Pictures.Article, rows: "1..500").Rows;

        Enumerable
            .Range(1, all.Count)
            .SelectMany(number =>
                Pictures.Answer(Pictures.Article, rows: $"{number}..{number}").Rows.Select(row => (row as EpisodeRow)?.Episode ?? row.Kind)
            )
            .ShouldBe(all.Select(row => (row as EpisodeRow)?.Episode ?? row.Kind));
    }

    [Theory]
    [InlineData("Y9999999999999999", null)]
    [InlineData(null, "Y-9999999999999999")]
    [InlineData("Y-9999999999999999", "Y9999999999999999")]
    [InlineData("9999-12-31", null)]
    public void Days_that_no_record_reaches_are_a_view_like_any_other(string? from, string? to)
    {
        var answer = Pictures.Answer(Pictures.Article, from: from, to: to, on: "Y12345");

        answer.FirstDay.ShouldBeLessThanOrEqualTo(answer.LastDay);
        DrawnRow.In(Pictures.Draw(Pictures.Article, from: from, to: to)).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("0..5")]
    [InlineData("7..6")]
    [InlineData("1..501")]
    [InlineData("-1..5")]
    [InlineData("1..99999999999")]
    [InlineData("501..502")]
    public void Rows_that_there_are_not_are_refused_with_what_to_send(string rows) =>
        Should.Throw<QuestionProblem>(() => Pictures.Answer(Pictures.Article, rows: rows)).Parameter.ShouldBe("rows");

    private static IReadOnlyList<string> EpisodesOf(TimelineChartAnswer answer) =>
        [.. answer.Rows.OfType<EpisodeRow>().Select(row => row.Episode)];
}
