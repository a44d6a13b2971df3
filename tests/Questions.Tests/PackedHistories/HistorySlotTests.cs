using ArtsakhLedger.PackedHistories;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.PackedHistories;

public sealed class HistorySlotTests
{
    [Fact]
    public void A_history_that_took_too_long_is_tried_again_when_it_was_asked_for_often_and_each_time_later()
    {
        var slot = new HistorySlot("artsakh");
        slot.IsTooCostly.ShouldBeFalse();

        for (var times = 0; times < 3; times++)
        {
            var again = slot.FindTooCostly();
            again.ShouldBe(HistorySlot.TriedAgainAfter << times);
            for (var asked = 0; asked < again; asked++)
            {
                slot.IsTooCostly.ShouldBeTrue();
                slot.CountQuestion();
            }

            slot.IsTooCostly.ShouldBeFalse();
        }
    }
}
