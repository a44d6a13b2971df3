using System.Globalization;

namespace ArtsakhLedger.Pages.Timeline;

/// <summary>Places days along the width of a picture, in percent of it, so that the picture fits any width. A little is left on either side for what goes on
/// beyond the days in view.</summary>
/// <param name="First">The number of the first day in view.</param>
/// <param name="Last">The number of the last day in view.</param>
public sealed record TimeScale(long First, long Last)
{
    private const double Margin = 2;

    /// <summary>How many days are in view.</summary>
    public double Days => (double)(Last - First) + 1;

    /// <summary>Where a day begins.</summary>
    public double At(long day) => Margin + ((double)(day - First) / Days * (100 - (2 * Margin)));

    /// <summary>Where the middle of the days from first to last is.</summary>
    public double Middle(long first, long last) => At(first) + (((double)(last - first) + 1) / 2 / Days * (100 - (2 * Margin)));

    /// <summary>Where days from one until (exclusive) another begin and end in the picture: at its very edge where they reach beyond the days in view.
    /// Null where none of them is in view.</summary>
    public (double From, double Until)? Span(long? from, long? until) =>
        from > Last || until <= First
            ? null
            : (from is { } day && day >= First ? At(day) : 0, until is { } end && end <= Last + 1 ? At(end) : 100);

    /// <summary>A place as an attribute says it.</summary>
    public static string Percent(double place) => $"{place.ToString("0.####", CultureInfo.InvariantCulture)}%";
}
