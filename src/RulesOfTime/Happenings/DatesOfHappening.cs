namespace ArtsakhLedger.RulesOfTime.Happenings;

/// <summary>
/// When something happened, by all who say that it did. A reading is a largest set of their dates that can all be true; several readings are
/// rival dates of one happening.
/// </summary>
/// <param name="Days">The days that the readings leave.</param>
/// <param name="Readings">Of each reading, the places of its dates among those given, in order.</param>
public sealed record DatesOfHappening(DayRanges Days, IReadOnlyList<IReadOnlyList<int>> Readings)
{
    /// <summary>Reads the dates that are given; an undated one is every day.</summary>
    public static DatesOfHappening Of(IReadOnlyList<DayRanges> dates)
    {
        ArgumentNullException.ThrowIfNull(dates);
        var fullest = Fullest(dates);
        if (dates.Any(date => date.Raw.Length > 1))
            fullest =
            [
                .. fullest
                    .GroupBy(stretch => string.Join(',', stretch.Dates))
                    .Select(same => (same.First().Dates, DayRanges.Joined(same.SelectMany(stretch => stretch.Days.Raw.ToArray())))),
            ];
        var readings = fullest.Where(stretch => !fullest.Any(other => IsProperPart(stretch.Dates, other.Dates))).ToArray();
        return new(
            DayRanges.Joined(readings.SelectMany(reading => reading.Days.Raw.ToArray())),
            [.. readings.Select(IReadOnlyList<int> (reading) => reading.Dates)]
        );
    }

    /// <summary>The stretches of days with more dates than the days right before and right after them, and these dates.</summary>
    private static (int[] Dates, DayRanges Days)[] Fullest(IReadOnlyList<DayRanges> dates)
    {
        var bounds = new List<(long Day, bool Begins, int Date)>();
        for (var i = 0; i < dates.Count; i++)
            foreach (var range in dates[i].Raw)
                bounds.AddRange([(range.First, true, i), (range.Last + 1, false, i)]);
        bounds.Sort();
        var found = new List<(int[] Dates, DayRanges Days)>();
        var covering = new SortedSet<int>();
        for (var i = 0; i < bounds.Count; i++)
        {
            var (day, begins, date) = bounds[i];
            if (!begins)
                covering.Remove(date);
            else if (covering.Add(date) && bounds[i + 1] is { Begins: false, Day: var after })
                found.Add(([.. covering], new DayRanges(new DayRange(day, after - 1))));
        }
        return [.. found];
    }

    private static bool IsProperPart(int[] one, int[] other) =>
        one.Length < other.Length && one.All(date => Array.BinarySearch(other, date) >= 0);
}
