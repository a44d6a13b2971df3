using System.Globalization;

namespace ArtsakhLedger.Pages.Timeline;

/// <summary>The horizontal positions of days in a picture, in percent of its width. A margin on either side is left for what reaches beyond the days in
/// view.</summary>
/// <param name="First">The number of the first day in view.</param>
/// <param name="Last">The number of the last day in view.</param>
public sealed record TimeScale(long First, long Last)
{
    private const double Margin = 2;

    /// <summary>The number of days in view.</summary>
    public double Days => (double)(Last - First) + 1;

    /// <summary>The start of a day.</summary>
    public double At(long day) => Margin + ((double)(day - First) / Days * (100 - (2 * Margin)));

    /// <summary>The middle of the days from the first to the last.</summary>
    public double Middle(long first, long last) => At(first) + (((double)(last - first) + 1) / 2 / Days * (100 - (2 * Margin)));

    /// <summary>The start and end of the days from one until (exclusive) another: at the edge where they reach beyond the days in view. Null where none of
    /// them is in view.</summary>
    public (double From, double Until)? Span(long? from, long? until) =>
        from > Last || until <= First
            ? null
            : (from is { } day && day >= First ? At(day) : 0, until is { } end && end <= Last + 1 ? At(end) : 100);

    /// <summary>A position as the value of an attribute.</summary>
    public static string Percent(double place) => $"{place.ToString("0.####", CultureInfo.InvariantCulture)}%";
}
