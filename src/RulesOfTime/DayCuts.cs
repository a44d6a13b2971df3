namespace ArtsakhLedger.RulesOfTime;

/// <summary>All days, cut where something may change, so that its value on one day between two cuts is its value on all of them.</summary>
public sealed class DayCuts
{
    private readonly long[] cuts;

    /// <param name="changePoints">Every day on which the value may differ from the day before, in any order.</param>
    /// <param name="recordDates">Record dates: nothing is certain after one, so it is followed by a cut. Null for none.</param>
    public DayCuts(IEnumerable<long> changePoints, params IEnumerable<long?> recordDates)
    {
        ArgumentNullException.ThrowIfNull(changePoints);
        cuts =
        [
            .. changePoints
                .Concat(recordDates.OfType<long>().Select(date => date + 1))
                .Where(day => DayRanges.OrUnbounded(day) is not null)
                .Distinct()
                .Order(),
        ];
    }

    /// <summary>The days on which something may change, sorted.</summary>
    public IReadOnlyList<long> Days => cuts;

    /// <summary>A day before the first cut; day 0 where there is none.</summary>
    public long DayBeforeAll => cuts.Length == 0 ? 0 : cuts[0] - 1;

    /// <summary>All days as the longest runs of equal values, in order.</summary>
    /// <param name="valueOn">The value on a day. It is called once between two cuts, in order.</param>
    public IEnumerable<DayRun<T>> Runs<T>(Func<long, T> valueOn)
    {
        ArgumentNullException.ThrowIfNull(valueOn);
        var (value, from) = (valueOn(DayBeforeAll), (long?)null);
        foreach (var day in cuts)
        {
            var next = valueOn(day);
            if (EqualityComparer<T>.Default.Equals(value, next))
                continue;
            yield return new DayRun<T>(value, from, day);
            (value, from) = (next, day);
        }
        yield return new DayRun<T>(value, from, null);
    }

    /// <summary>The longest run of equal values around a day. Values are only computed as far as they are equal.</summary>
    /// <param name="day">The day.</param>
    /// <param name="valueOn">The value on a day. It is called with the day of a cut, or <see cref="DayBeforeAll"/>.</param>
    public DayRun<T> RunAround<T>(long day, Func<long, T> valueOn)
    {
        ArgumentNullException.ThrowIfNull(valueOn);
        var found = Array.BinarySearch(cuts, day);
        var first = found < 0 ? ~found - 1 : found;
        var last = first;
        var value = ValueFrom(first);
        while (first >= 0 && EqualityComparer<T>.Default.Equals(ValueFrom(first - 1), value))
            first--;
        while (last + 1 < cuts.Length && EqualityComparer<T>.Default.Equals(ValueFrom(last + 1), value))
            last++;
        return new DayRun<T>(value, first < 0 ? null : cuts[first], last + 1 < cuts.Length ? cuts[last + 1] : null);

        T ValueFrom(int cut) => valueOn(cut < 0 ? DayBeforeAll : cuts[cut]);
    }
}
