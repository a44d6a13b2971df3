namespace ArtsakhLedger.RulesOfTime;

/// <summary>Consecutive days on which something is the same.</summary>
/// <param name="Value">What it is on each of these days.</param>
/// <param name="From">The number of the first day; null where it is unbounded.</param>
/// <param name="Until">The number of the day after the last; null where it is unbounded.</param>
public sealed record DayRun<T>(T Value, long? From, long? Until)
{
    /// <summary>Whether any day from first to last, both included, is in the run.</summary>
    public bool Overlaps(long first, long last) => !(From > last) && !(Until <= first);
}
