using Edtf;

namespace ArtsakhLedger.Pages.Timeline;

/// <summary>A tick on the axis.</summary>
/// <param name="Day">The number of its day.</param>
/// <param name="Label">Its year, month or day.</param>
public sealed record Tick(long Day, string Label);

/// <summary>Divides the days in view into days, weeks, months or round years, as finely as the labels allow.</summary>
public static class TimeAxis
{
    /// <summary>The width that labels must fit in, in pixels: that of a phone.</summary>
    private const double Width = 330;
    private const double LetterWidth = 7;
    private const double Gap = 12;
    private const double DaysOfYear = 365.2425;

    private static readonly int[] MonthSteps = [1, 3, 6];

    /// <summary>The ticks, in order.</summary>
    public static IReadOnlyList<Tick> Of(TimeScale scale)
    {
        var first = Day.FromDayNumber(Math.Max(scale.First, Day.MinValue.DayNumber));
        if (HasRoom(scale.Days, "2013-02-14"))
        {
            return [.. Days(first, scale)];
        }

        if (HasRoom(scale.Days / 7, "2013-02-14"))
        {
            return [.. Days(first, scale).Where(IsMonday)];
        }

        foreach (var months in MonthSteps)
        {
            if (HasRoom(scale.Days / (DaysOfYear / 12 * months), "2013-02"))
            {
                return [.. Months(first, scale.Last, months)];
            }
        }

        return Years(first.Year, scale);
    }

    /// <summary>The width of a label, in percent of that of a phone.</summary>
    public static double RoomOf(string label) => ((label.Length * LetterWidth) + 3) / Width * 100;

    private static IEnumerable<Tick> Days(Day first, TimeScale scale) =>
        Enumerable.Range(0, (int)scale.Days).Select(number => first.AddDays(number)).Select(day => new Tick(day.DayNumber, day.ToString()));

    private static IEnumerable<Tick> Months(Day first, long last, int step)
    {
        var (year, month) = (first.Year, first.DayOfMonth == 1 ? first.Month : first.Month + 1);
        for (month += (step - ((month - 1) % step)) % step; ; month += step)
        {
            if (month > 12)
            {
                (year, month) = (year + 1, 1);
            }

            if (year > Day.MaxValue.Year || new Day(year, month, 1).DayNumber is var day && day > last)
            {
                yield break;
            }

            yield return new(day, new Day(year, month, 1).ToString()[..^3]);
        }
    }

    private static List<Tick> Years(long first, TimeScale scale)
    {
        var (from, to) = (first, Day.FromDayNumber(Math.Min(scale.Last, Day.MaxValue.DayNumber)).Year);
        for (var decade = 1L; ; decade *= 10)
        {
            foreach (var step in new[] { decade, 2 * decade, 5 * decade })
            {
                var years = RoundYears(from, to, step).Where(year => new Day(year, 1, 1).DayNumber >= scale.First).ToList();
                var labels = years.ConvertAll(year => EdtfDate.Parse(DaysInWords.EdtfYear(year)).ToEnglish());
                if (labels.Count == 0 || HasRoom(scale.Days / (step * DaysOfYear), labels.MaxBy(label => label.Length)!))
                {
                    return [.. years.Zip(labels, (year, label) => new Tick(new Day(year, 1, 1).DayNumber, label))];
                }
            }
        }
    }

    /// <summary>The multiples of the step, but no more than can ever fit.</summary>
    private static IEnumerable<long> RoundYears(long from, long to, long step)
    {
        var beyond = from % step;
        var first = from - beyond + (beyond > 0 ? step : 0);
        for (var (year, count) = (first, 0); year <= to && count < 40; (year, count) = (year + step, count + 1))
        {
            yield return year;
        }
    }

    private static bool HasRoom(double count, string label) => count * ((label.Length * LetterWidth) + Gap) <= Width;

    private static bool IsMonday(Tick tick) => (((tick.Day + 3) % 7) + 7) % 7 == 0;
}
