using Edtf;

namespace ArtsakhLedger.Episodes;

/// <summary>What dates that can all be true leave together.</summary>
public static class CommonDate
{
    /// <summary>One EDTF date for several that can all be true: the only one, or the days that all of them leave.</summary>
    public static string? Of(IEnumerable<EdtfDate?> dates)
    {
        var given = dates.OfType<EdtfDate>().Distinct().ToList();
        if (given.Count < 2)
        {
            return given.Count == 0 ? null : given[0].ToString();
        }

        var earliest = given.Max(date => date.Earliest?.DayNumber ?? long.MinValue);
        var latest = given.Min(date => date.Latest?.DayNumber ?? long.MaxValue);
        var same = given.Find(date => date.Earliest?.DayNumber == earliest && date.Latest?.DayNumber == latest);
        return same != default ? same.ToString()
            : earliest == latest ? DayOf(earliest)
            : $"[{(earliest == long.MinValue ? "" : DayOf(earliest))}..{(latest == long.MaxValue ? "" : DayOf(latest))}]";
    }

    private static string DayOf(long number) => Day.FromDayNumber(number).ToString();
}
