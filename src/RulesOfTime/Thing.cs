namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// What facts are about: its periods in order, of which each ends by the day on which a later one begins. A period that may not have
/// happened limits no other. The polity's existence is a thing too, and its lives are the periods.
/// </summary>
internal sealed class Thing
{
    private readonly DayRanges?[]? nextStarts;
    private OrderBounds? order;
    private OrderBounds? orderOfReadings;

    private Thing(UnresolvedEpisode[] periods)
    {
        Periods = periods;
        if (periods.Length > 1 && periods[0].Nature.LastsByNature())
            nextStarts = new DayRanges?[periods.Length];
        var (mayFollow, mustFollow) = (false, false);
        for (var place = periods.Length - 1; place >= 0; place--)
        {
            var period = periods[place];
            (period.Thing, period.Place) = (this, place);
            period.Read(mayFollow, mustFollow);
            mayFollow |= period.MayHaveHappenedAlone;
            mustFollow |= !period.MayNotHaveHappenedAlone;
        }

        BeginRound();
    }

    public UnresolvedEpisode[] Periods { get; }

    /// <summary>Whether the last round changed a period.</summary>
    public bool Changed { get; set; }

    /// <summary>The lives, as one thing.</summary>
    public static Thing OfLives(IEnumerable<UnresolvedEpisode> lives) => new([.. lives]);

    /// <summary>Joins the periods of each thing.</summary>
    /// <inheritdoc cref="PeriodChains.Of" path="/exception"/>
    public static Thing[] Among(IReadOnlyList<UnresolvedEpisode> episodes) =>
        [.. PeriodChains.Of(episodes, episode => (episode.Id, episode.After, episode.Nature)).Select(periods => new Thing([.. periods]))];

    /// <summary>Waives the order between two periods for a reading that can come before (after) no reading of the other (rule 6).</summary>
    public void WaiveDisorder()
    {
        if (Periods.Length == 1)
            return;
        var allowed = new OrderBounds(Periods, OrderBounds.Bounds.Of);
        foreach (var period in Periods)
        foreach (var reading in period.Readings)
            if (!allowed.Allow(reading))
                foreach (var other in Periods)
                    if (OrderBounds.Bounds.Of(other) is { } bounds && IsOutOfOrder(reading, other, bounds.EarliestEnd, bounds.LatestStart))
                        reading.ClashWith(other);
    }

    /// <summary>The readings of other periods of which no interval stands in order with one of the reading, before any round.</summary>
    public IEnumerable<UnresolvedReading> ReadingsOutOfOrderWith(UnresolvedReading reading)
    {
        if (Periods.Length == 1 || (orderOfReadings ??= new OrderBounds(Periods, OrderBounds.Bounds.OfReadings)).Allow(reading))
            return [];
        return Periods
            .SelectMany(period => period.Readings)
            .Where(other => !other.MayNotHaveHappened && IsOutOfOrder(reading, other.Episode, other.EarliestEnd, other.LatestStart));
    }

    /// <summary>Saves what the periods allow each other as they are before the round.</summary>
    public void BeginRound()
    {
        if (Periods.Length == 1)
            return;
        order = new OrderBounds(Periods, period => period.IsPartner ? OrderBounds.Bounds.Of(period) : null);
        if (nextStarts is null)
            return;
        DayRanges? starts = null;
        for (var place = Periods.Length - 1; place >= 0; place--)
        {
            nextStarts[place] = starts;
            var period = Periods[place];
            if (period.IsPartner && period.Starts is { IsEmpty: false } own)
                starts = period.Happened || starts is null ? own : own.Union(starts);
        }
    }

    /// <summary>The intervals of a reading that leave room for every other period.</summary>
    public Intervals Limit(UnresolvedReading reading, Intervals held)
    {
        if (Periods.Length == 1)
            return held;
        var (from, by) = reading.Episode.IsInClash ? BoundsOf(reading) : order!.Of(reading.Episode);
        return from == long.MinValue && by == long.MaxValue
            ? held
            : held.Intersect(Intervals.Of(DayRanges.Everything.From(from), DayRanges.EveryEnd.UpTo(by), mayNotHaveHappened: true));
    }

    /// <summary>The days on which the next period may begin, and those after it as long as that may not have happened; null if none binds the
    /// reading.</summary>
    public DayRanges? StartsOfNext(UnresolvedReading reading)
    {
        var place = reading.Episode.Place;
        if (!reading.Episode.IsInClash)
            return nextStarts?[place];
        DayRanges? starts = null;
        foreach (var later in Periods.AsSpan(place + 1))
            if (later.Binds(reading))
            {
                starts = starts is null ? later.Starts : starts.Union(later.Starts);
                if (later.Happened)
                    break;
            }
        return starts is { IsEmpty: false } ? starts : null;
    }

    private (long From, long By) BoundsOf(UnresolvedReading reading)
    {
        var (from, by) = (long.MinValue, long.MaxValue);
        foreach (var other in Periods)
            if (other != reading.Episode && other.Happened && other.Binds(reading))
                if (other.Place < reading.Episode.Place)
                    from = Math.Max(from, other.EarliestEnd);
                else
                    by = Math.Min(by, other.LatestStart);
        return (from, by);
    }

    private static bool IsOutOfOrder(UnresolvedReading reading, UnresolvedEpisode other, long earliestEnd, long latestStart) =>
        other.Place > reading.Episode.Place
            ? reading.EarliestEnd > latestStart
            : other.Place < reading.Episode.Place && earliestEnd > reading.LatestStart;
}
