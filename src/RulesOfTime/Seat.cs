namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// A post that has one holder at a time (rule 5). A tenure that may not have happened limits no other. Two terms of one
/// tenure are one holder's: they are in order, and do not limit each other here.
/// </summary>
internal sealed class Seat
{
    private Tenures tenures = new([]);
    private (DayRanges OfAny, DayRanges OfSeveral)? starts;

    private Seat(UnresolvedEpisode[] holders) => Holders = holders;

    public UnresolvedEpisode[] Holders { get; }

    /// <summary>Whether the last round changed a holder.</summary>
    public bool Changed { get; set; }

    /// <summary>Finds the seats that have more than one holder, and assigns each holder its seat.</summary>
    public static Seat[] Among(IEnumerable<UnresolvedEpisode> episodes)
    {
        var seats = episodes
            .Where(episode => episode.SeatName is not null)
            .GroupBy(episode => episode.SeatName)
            .Select(holders => new Seat([.. holders]))
            .Where(seat => Array.Exists(seat.Holders, holder => holder.Thing != seat.Holders[0].Thing))
            .ToArray();
        foreach (var seat in seats)
        foreach (var holder in seat.Holders)
            holder.Seat = seat;
        return seats;
    }

    /// <summary>Waives rule 5 between two holders for a reading of one that overlaps every reading of the other (rule 6).</summary>
    public void WaiveOverlaps()
    {
        var all = new Tenures(Holders.Where(holder => holder.Happened).Select(Tenure.Of));
        foreach (var holder in Holders)
        foreach (var reading in holder.Readings.Where(reading => !reading.MayNotHaveHappened && !all.Allow(reading)))
        foreach (var other in Holders)
            if (other.Thing != holder.Thing && !Tenure.Of(other).CanPrecedeOrFollow(reading))
                reading.ClashWith(other);
    }

    /// <summary>Saves the holders' tenures as they are before the round.</summary>
    public void BeginRound()
    {
        tenures = new Tenures(Holders.Where(holder => holder is { Happened: true, IsPartner: true }).Select(Tenure.Of));
        ForgetStarts();
    }

    /// <summary>Must be called when a holder's starts have changed.</summary>
    public void ForgetStarts() => starts = null;

    /// <summary>The intervals of a reading that leave room for every other holder.</summary>
    public Intervals Limit(UnresolvedReading reading, Intervals held)
    {
        var binding = reading.Episode.IsInClash ? tenures.Of(other => other.Binds(reading)) : tenures;
        return binding.Limit(held, reading.Episode.Thing);
    }

    /// <summary>The days from first to last on which another holder may begin: an open end may come there (rule 3).</summary>
    public DayRanges StartsOfOthers(UnresolvedEpisode holder, long first, long last)
    {
        var (ofAny, ofSeveral) = starts ??= StartsOfHolders();
        var own = StartsOf(holder.Thing.Periods.Where(period => period.Seat == this));
        return ofAny.Within(first, last).Except(own).Union(ofSeveral.Within(first, last));
    }

    private static DayRanges StartsOf(IEnumerable<UnresolvedEpisode> terms) =>
        DayRanges.Joined(terms.SelectMany(term => term.Starts.Raw.ToArray()));

    private (DayRanges OfAny, DayRanges OfSeveral) StartsOfHolders()
    {
        var ranges = Holders
            .GroupBy(holder => holder.Thing)
            .SelectMany(terms => StartsOf(terms).Raw.ToArray())
            .OrderBy(range => range.First)
            .ToArray();
        var several = new List<DayRange>();
        var last = long.MinValue;
        foreach (var range in ranges)
        {
            if (range.First <= last)
                several.Add(new DayRange(range.First, Math.Min(range.Last, last)));
            last = Math.Max(last, range.Last);
        }
        return (DayRanges.Joined(ranges), DayRanges.Joined(several));
    }
}
