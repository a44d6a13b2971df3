using System.Runtime.InteropServices;

namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// What the order of a thing's periods allows each of them: to start from the greatest earliest end of those before it on, and to end by the
/// least latest start of those after it.
/// </summary>
internal sealed class OrderBounds
{
    private readonly long[] startsFrom;
    private readonly long[] endsBy;

    /// <param name="periods">The periods.</param>
    /// <param name="boundsOf">The bounds that a period, or the strictest that one of its readings, sets; null if it sets none.</param>
    public OrderBounds(UnresolvedEpisode[] periods, Func<UnresolvedEpisode, Bounds?> boundsOf)
    {
        (startsFrom, endsBy) = (new long[periods.Length], new long[periods.Length]);
        var bounds = Array.ConvertAll(periods, period => boundsOf(period));
        var (from, by) = (long.MinValue, long.MaxValue);
        for (var place = 0; place < periods.Length; place++)
            (startsFrom[place], from) = (from, Math.Max(from, bounds[place]?.EarliestEnd ?? from));
        for (var place = periods.Length - 1; place >= 0; place--)
            (endsBy[place], by) = (by, Math.Min(by, bounds[place]?.LatestStart ?? by));
    }

    /// <summary>Whether some interval of a reading can stand beside each other period.</summary>
    public bool Allow(UnresolvedReading reading) =>
        reading.MayNotHaveHappened
        || (startsFrom[reading.Episode.Place] <= reading.LatestStart && reading.EarliestEnd <= endsBy[reading.Episode.Place]);

    /// <summary>The first day on which a period may begin, and the last on which it may end.</summary>
    public (long From, long By) Of(UnresolvedEpisode period) => (startsFrom[period.Place], endsBy[period.Place]);

    /// <summary>The earliest end and the latest start of a period, or of its readings.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Bounds(long EarliestEnd, long LatestStart)
    {
        /// <summary>Those of a period that happened.</summary>
        public static Bounds? Of(UnresolvedEpisode period) => period.Happened ? new Bounds(period.EarliestEnd, period.LatestStart) : null;

        /// <summary>The strictest of those of its readings by which it happened.</summary>
        public static Bounds? OfReadings(UnresolvedEpisode period)
        {
            Bounds? strictest = null;
            foreach (var reading in period.Readings)
                if (!reading.MayNotHaveHappened)
                    strictest = new Bounds(
                        Math.Max(strictest?.EarliestEnd ?? long.MinValue, reading.EarliestEnd),
                        Math.Min(strictest?.LatestStart ?? long.MaxValue, reading.LatestStart)
                    );
            return strictest;
        }
    }
}
