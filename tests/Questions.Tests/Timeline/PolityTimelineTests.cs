using ArtsakhLedger.Asking;
using ArtsakhLedger.Contacts;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Timeline;
using Edtf;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.Timeline;

public sealed class PolityTimelineTests
{
    private static readonly Fact[] Visits =
    [
        Visit("undated", null),
        Visit("year", "2013"),
        Visit("before", "[..2013-06-01]"),
        Visit("day", "2013-01-01"),
        Visit("longer", "2013/2014"),
        Visit("earlier", "2012-12-31"),
        Visit("every-12-october", "XXXX-10-12"),
        Visit("day-again", "2013-01-01"),
        Visit("since", "[2013-01-01..]"),
    ];

    [Fact]
    public void Facts_are_in_the_order_of_their_earliest_then_their_latest_day_then_of_record_and_undated_ones_last() =>
        Ids(null, null).ShouldBe(["before", "every-12-october", "earlier", "day", "day-again", "year", "longer", "since", "undated"]);

    [Theory]
    [InlineData("2013-01-01", "2013-01-01", "before day day-again year longer since")]
    [InlineData("2013-10-12", "2013-10-12", "every-12-october year longer since")]
    [InlineData("2013-10-13", "2014-10-11", "year longer since")]
    [InlineData("2014", "2014", "every-12-october longer since")]
    [InlineData(null, "2012", "before every-12-october earlier")]
    [InlineData("2015", null, "every-12-october since")]
    public void A_window_takes_what_may_have_happened_on_a_day_of_it_and_nothing_undated(string? from, string? to, string ids) =>
        string.Join(' ', Ids(from, to)).ShouldBe(ids);

    [Fact]
    public void Events_about_the_record_itself_are_not_in_it_and_leave_their_marks()
    {
        var known = Known(
            Visit("one", "2013"),
            Visit("two", "2014"),
            Visit("gone", "2015"),
            new FactCorroborated
            {
                Id = "more",
                Target = "one",
                Citations = [Cite("b")],
            },
            new FactDenied
            {
                Id = "no",
                Target = "two",
                Citations = [Cite("b")],
            },
            Retracted("out", "gone")
        );
        var timeline = new PolityTimeline(known);

        var items = timeline.Facts(new(), null).Select(timeline.ItemOf).ToList();

        items.Select(item => (item.Fact, item.Corroborated, item.Denied)).ShouldBe([("one", true, false), ("two", false, true)]);
        items[0].Facts.ShouldBe(["/facts/one", "/facts/more"]);
    }

    [Fact]
    public void An_unnamed_party_keeps_its_words_and_those_whom_it_could_be()
    {
        var timeline = new PolityTimeline(Known(Visit("one", "2013") with { Visitor = Party.NotNamed("a minister", ["naira", "arman"]) }));
        var filter = new FactFilter { Party = "arman" };

        var item = timeline.ItemOf(timeline.Facts(filter, null).Single());

        item.MayBe.ShouldBe(["naira", "arman"]);
        item.Statement.ShouldBe("A minister visited lebanon");
        timeline.Facts(new FactFilter { Party = "nobody" }, null).ShouldBeEmpty();
    }

    [Fact]
    public void A_correction_moves_a_fact_to_its_new_date() =>
        new PolityTimeline(Known(Visit("one", "2013"), Visit("two", "2014"), Corrected("mend", "one", Visit("", "2015"))))
            .Facts(new(), null)
            .Select(recorded => recorded.Fact.Id)
            .ShouldBe(["two", "one"]);

    [Theory]
    [InlineData("2014-05", "2014-05-08", "2014-05-08", "8 May 2014", "2014-05-08", "2014-05-08", "")]
    [InlineData("2014-05-08", "2014", "2014-05-08", "8 May 2014", "2014-05-08", "2014-05-08", "")]
    [InlineData(null, "2014-05", "2014-05", "May 2014", "2014-05-01", "2014-05-31", "")]
    [InlineData("2014-05", null, "2014-05", "May 2014", "2014-05-01", "2014-05-31", "")]
    [InlineData("[2014-05-01..2014-05-10]", "[2014-05-08..2014-06-01]", "[2014-05-08..2014-05-10]", null, "2014-05-08", "2014-05-10", "")]
    [InlineData("2016-03-02", "2016-03-03", "[2016-03-02,2016-03-03]", null, "2016-03-02", "2016-03-03", "2016-03-02: one; 2016-03-03: b")]
    [InlineData("2016-05", "2016-03-03", "[2016-03-03,2016-05]", null, "2016-03-03", "2016-05-31", "2016-03-03: b; 2016-05: one")]
    [InlineData("2013/2014", "2013-06-01", "2013/2014", null, "2013-01-01", "2014-12-31", "")]
    public void What_happened_is_dated_by_all_who_say_so(
        string? date,
        string? corroborated,
        string edtf,
        string? english,
        string earliest,
        string latest,
        string rivals
    )
    {
        var timeline = new PolityTimeline(Known(Visit("one", date), Corroborated("b", corroborated)));

        var item = timeline.ItemOf(timeline.Facts(new(), null).Single());

        item.Date.ShouldBe(edtf);
        item.English.ShouldBe(english ?? EdtfDate.Parse(edtf).ToEnglish());
        (item.Earliest, item.Latest).ShouldBe((earliest, latest));
        string.Join(
                "; ",
                (item.Rivals ?? []).Select(rival =>
                    $"{rival.Date}: {string.Join(' ', rival.Facts).Replace("/facts/", "", StringComparison.Ordinal)}"
                )
            )
            .ShouldBe(rivals);
    }

    [Fact]
    public void A_year_that_fits_two_rival_days_stands_with_both_and_the_days_between_are_none_of_them()
    {
        var known = Known(Visit("one", "2016-03-03"), Corroborated("two", "2016-03-08"), Corroborated("three", "2016"));
        var timeline = new PolityTimeline(known);

        timeline
            .ItemOf(timeline.Facts(new(), null).Single())
            .Rivals!.Select(rival => string.Join(' ', rival.Facts))
            .ShouldBe(["/facts/one /facts/three", "/facts/two /facts/three"]);
        timeline.Facts(new FactFilter { Days = DayWindow.Parse("2016-03-04", "2016-03-07") }, null).ShouldBeEmpty();
        timeline.Facts(new FactFilter { Days = DayWindow.Parse("2016-03-08", null) }, null).Count.ShouldBe(1);
    }

    [Fact]
    public void Facts_are_in_the_order_of_the_days_on_which_all_who_say_so_have_them() =>
        new PolityTimeline(Known(Visit("one", "2014"), Visit("two", "2014-02"), Corroborated("later", "2014-11-05")))
            .Facts(new(), null)
            .Select(recorded => recorded.Fact.Id)
            .ShouldBe(["two", "one"]);

    private static FactCorroborated Corroborated(string id, string? date) =>
        new()
        {
            Id = id,
            Target = "one",
            Date = date is null ? null : EdtfDate.Parse(date),
            Citations = [Cite("b")],
        };

    private static VisitMade Visit(string id, string? date) =>
        new()
        {
            Id = id,
            Visitor = "bako",
            To = "lebanon",
            Date = date is null ? null : EdtfDate.Parse(date),
            Citations = [Cite("a")],
        };

    private static IEnumerable<string> Ids(string? from, string? to) =>
        new PolityTimeline(Known(Visits))
            .Facts(new FactFilter { Days = DayWindow.Parse(from, to) }, null)
            .Select(recorded => recorded.Fact.Id);
}
