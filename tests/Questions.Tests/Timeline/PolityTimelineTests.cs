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
