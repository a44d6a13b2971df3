namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// A post recorded as having one holder never has two (DESIGN section 2, rule 5). A holder that may not have happened binds nobody.
/// </summary>
internal sealed class Seat
{
    private readonly HashSet<Episode> waivedFor = [];
    private Turns turns = new([]);
    private (DaySet OfAny, DaySet OfSeveral)? starts;

    private Seat(Episode[] holders) => Holders = holders;

    public Episode[] Holders { get; }

    /// <summary>Whether the last round changed anything of a holder.</summary>
    public bool Changed { get; set; }

    /// <summary>The seats that have more than one holder; each holder learns of its seat.</summary>
    public static Seat[] Among(IEnumerable<Episode> episodes)
    {
        var seats = episodes
            .Where(episode => episode.SeatName is not null)
            .GroupBy(episode => episode.SeatName)
            .Select(holders => new Seat([.. holders]))
            .Where(seat => seat.Holders.Length > 1)
            .ToArray();
        foreach (var seat in seats)
        foreach (var holder in seat.Holders)
            holder.Seat = seat;
        return seats;
    }

    /// <summary>Rule 6: waives the rule between two holders for a reading of the one that can be disjoint from no reading of the other.</summary>
    public void LetOff()
    {
        var all = new Turns(Holders.Where(holder => !holder.MayNotHaveHappened).Select(Turn.Of));
        foreach (var holder in Holders)
        foreach (var reading in holder.Readings.Where(reading => !reading.MayNotHaveHappened && !all.Leaves(reading)))
        {
            reading.ClashesWith = [.. Holders.Where(other => other != holder && !Turn.Of(other).CanBeBeside(reading))];
            waivedFor.UnionWith(reading.ClashesWith);
            waivedFor.Add(holder);
        }
    }

    /// <summary>Takes down the holders' turns as they were before the round.</summary>
    public void BeginRound()
    {
        turns = new Turns(Holders.Where(BindsSomebody).Select(Turn.Of));
        ForgetStarts();
    }

    /// <summary>A holder's starts are not what they were.</summary>
    public void ForgetStarts() => starts = null;

    /// <summary>Those intervals of a reading that leave every other holder that binds it a turn.</summary>
    public Intervals Leave(Reading reading, Intervals held)
    {
        var binding = waivedFor.Contains(reading.Episode)
            ? turns.Of(other => reading.ClashesWith?.Contains(other) != true && Binds(other, reading.Episode))
            : turns;
        return binding.Leave(held, reading.Episode);
    }

    /// <summary>The days, within those asked, on which another holder may begin: where a <c>..</c> may end (rule 3).</summary>
    public DaySet StartsOfOthers(Episode holder, long first, long last)
    {
        var (ofAny, ofSeveral) = starts ??= StartsOfHolders();
        return ofAny.Within(first, last).Except(StartsOf(holder)).Union(ofSeveral.Within(first, last));
    }

    private static bool BindsSomebody(Episode other) =>
        !other.MayNotHaveHappened && Array.Exists(other.Readings, reading => !reading.LeftWithNothing);

    private static bool Binds(Episode other, Episode holder) =>
        Array.Exists(other.Readings, reading => !reading.LeftWithNothing && reading.ClashesWith?.Contains(holder) != true);

    private static DaySet StartsOf(Episode holder) =>
        DaySet.Joined(from set in holder.Sets from piece in set.Pieces.ToArray() select new DayRange(piece.FirstStart, piece.LastStart));

    private (DaySet OfAny, DaySet OfSeveral) StartsOfHolders()
    {
        var ranges = Holders.SelectMany(holder => StartsOf(holder).Raw.ToArray()).OrderBy(range => range.First).ToArray();
        var several = new List<DayRange>();
        var last = long.MinValue;
        foreach (var range in ranges)
        {
            if (range.First <= last)
                several.Add(new DayRange(range.First, Math.Min(range.Last, last)));
            last = Math.Max(last, range.Last);
        }
        return (DaySet.Joined(ranges), DaySet.Joined(several));
    }
}
