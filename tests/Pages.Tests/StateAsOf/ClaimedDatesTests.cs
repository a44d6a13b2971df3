using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Tests.Pages.TimelinePictures;
using Edtf;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.StateAsOf;

public sealed class ClaimedDatesTests
{
    [Fact]
    public void A_start_that_an_editor_set_aside_has_no_part_in_what_the_reading_leaves()
    {
        var minister = StateQuestion.Parse("artsakh", "2006-06-01", null, "foreign-minister", null).Answer(Pictures.Head).Entries.Single();

        minister.Start.Claims.Select(claim => claim.Edtf).ShouldBe(["2005", "2007"]);
        minister.Readings.Select(reading => (reading.Start, reading.End)).ShouldBe([("2005", "2011")]);
    }

    [Fact]
    public void Every_reading_of_the_record_has_dates_that_EDTF_can_read()
    {
        var dates = Pictures
            .Head.Episodes.SelectMany(episode => ClaimedDates.ReadingsOf(episode, Pictures.Head.ResolvedOf(episode)))
            .SelectMany(reading => new[] { reading.Start, reading.End })
            .OfType<string>()
            .Where(date => date != "..")
            .ToList();

        dates.Count.ShouldBeGreaterThan(50);
        dates.Where(date => !EdtfDate.TryParse(date, out _)).ShouldBeEmpty();
    }
}
