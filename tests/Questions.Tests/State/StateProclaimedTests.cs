using ArtsakhLedger.State;
using ArtsakhLedger.Timeline;
using Edtf;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.State;

public sealed class StateProclaimedTests
{
    [Theory]
    [InlineData("1991-09-02/2023-09-28", "Artsakh existed")]
    [InlineData("1991-09-02/..", "Artsakh existed")]
    [InlineData("1991-09-02", "Artsakh was proclaimed")]
    [InlineData("1991", "Artsakh was proclaimed")]
    [InlineData(null, "Artsakh was proclaimed")]
    public void A_source_that_gives_a_span_says_that_the_state_existed_and_one_that_gives_a_start_that_it_was_proclaimed(
        string? date,
        string says
    )
    {
        var timeline = new PolityTimeline(
            Known(
                new StateProclaimed
                {
                    Id = "life",
                    Date = date is null ? null : EdtfDate.Parse(date),
                    Citations = [Cite("a")],
                }
            )
        );

        timeline.ItemOf(timeline.Facts(new(), null).Single()).Statement.ShouldBe(says);
    }
}
