using ArtsakhLedger.StateAsOf;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.StateAsOf;

public sealed class SeatReasonTests
{
    [Fact]
    public void What_only_the_seat_makes_certain_names_the_other_holder_and_the_fact_that_dates_him()
    {
        var reasons = (from seed in Enumerable.Range(1, 300)
                       let known = Known(Changes.GeneratedRecord.Of(seed))
                       from day in Enumerable.Range(0, 50).Select(i => Changes.GeneratedRecord.First.AddDays(i))
                       from entry in known.StateOf(null).Entries(AskedDate.Of(day))
                       from reason in entry.Because
                       where reason.Rule == Rule.Seat
                       select (Entry: entry, Reason: reason, Known: known)).ToList();
        reasons.ShouldNotBeEmpty();
        foreach (var (entry, reason, known) in reasons)
        {
            reason.Episode.ShouldNotBe(entry.Episode);
            reason.Episode!.ShouldStartWith("artsakh/foreign-minister/");
            known.Facts.Find(reason.Fact!).ShouldNotBeNull();
        }
    }
}
