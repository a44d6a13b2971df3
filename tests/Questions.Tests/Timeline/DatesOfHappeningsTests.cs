using System.Text.Json.Nodes;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Contacts;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Sources;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Timeline;
using Edtf;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.Timeline;

/// <summary>What only happened is dated by all who say that it did.</summary>
public sealed class DatesOfHappeningsTests
{
    [Fact]
    public void Dates_that_can_all_be_true_leave_the_days_that_they_have_in_common()
    {
        var item = ItemOf(Met("1993"), Too("too", "1993-05"), Too("three", "1993-05-05~"));

        (item.Date, item.Earliest, item.Latest, item.Rivals).ShouldBe(("1993-05-05~", "1993-05-05", "1993-05-05", null));
    }

    [Fact]
    public void Dates_that_cannot_all_be_true_are_rivals_with_their_facts()
    {
        var item = ItemOf(Met("1993-05-05"), Too("too", "1993-05-07"), Too("vague", "1993-05"));

        (item.Date, item.Earliest, item.Latest).ShouldBe(("[1993-05-05,1993-05-07]", "1993-05-05", "1993-05-07"));
        item.Rivals!.Select(rival => (rival.Edtf, string.Join(' ', rival.Facts)))
            .ShouldBe([("1993-05-05", "met vague"), ("1993-05-07", "too vague")]);
    }

    [Fact]
    public void A_corroboration_without_a_date_of_its_own_adds_none_and_one_dates_an_undated_fact()
    {
        ItemOf(Met("1993"), Too("too", null)).Date.ShouldBe("1993");
        ItemOf(Met(null), Too("too", "1993")).Date.ShouldBe("1993");
    }

    [Fact]
    public void A_noted_source_dates_nothing_that_another_does()
    {
        Fact[] facts = [Met("1993-05-05"), Too("too", "1994")];
        var assessed = new SourceAssessed
        {
            Id = "b-assessed",
            Source = "b",
            Standing = SourceStanding.Noted,
            Reason = "read",
        };
        var known = new PolityAsKnown("artsakh", Of(facts), [Of(assessed)[0] with { Position = 9, Fact = assessed }]);

        var timeline = new PolityTimeline(known);
        timeline.ItemOf(timeline.Facts(new FactFilter(), null).Single()).Date.ShouldBe("1993-05-05");
    }

    [Fact]
    public void The_timeline_and_a_window_go_by_these_days()
    {
        var known = Known(Met("199X"), Too("too", "1996"), Met("1995", "other"));
        var timeline = new PolityTimeline(known);

        timeline.Facts(new FactFilter(), null).Select(fact => fact.Fact.Id).ShouldBe(["other", "met"]);
        timeline.Facts(new FactFilter { Days = DayWindow.Parse("1991", "1994") }, null).ShouldBeEmpty();
    }

    [Fact]
    public void A_fact_shows_when_it_happened_by_all()
    {
        var facts = new FactsAsKnown(Of(Met("1993-05-05"), Too("too", "1993-05-07")));

        FactAnswer.Of("met", facts)["happened"]!
            .ToJsonString()
            .ShouldBe(
                JsonNode
                    .Parse(
                        """
                        {"edtf":"[1993-05-05,1993-05-07]","earliest":"1993-05-05","latest":"1993-05-07",
                         "rivals":[{"edtf":"1993-05-05","facts":["met"]},{"edtf":"1993-05-07","facts":["too"]}]}
                        """
                    )!
                    .ToJsonString()
            );
        FactAnswer.Of("met", new FactsAsKnown(Of(Met("1993-05-05")))).ContainsKey("happened").ShouldBeFalse();
    }

    private static TimelineItem ItemOf(params Fact[] facts)
    {
        var timeline = new PolityTimeline(Known(facts));
        return timeline.ItemOf(timeline.Facts(new FactFilter(), null).Single());
    }

    private static MeetingHeld Met(string? date, string id = "met") =>
        new()
        {
            Id = id,
            Participants = ["artsakh", "france"],
            Date = date is null ? null : EdtfDate.Parse(date),
            Citations = [Cite("a")],
        };

    private static FactCorroborated Too(string id, string? date) =>
        new()
        {
            Id = id,
            Target = "met",
            Date = date is null ? null : EdtfDate.Parse(date),
            Citations = [Cite("b")],
        };
}
