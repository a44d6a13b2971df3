using Edtf;

namespace ArtsakhLedger.Sheets.Dates;

/// <summary>A single date as somebody wrote it: a day, a month, a year, a season, a decade, or a part of one of these.</summary>
/// <param name="First">The date in EDTF; of a part, the first that it may be.</param>
/// <param name="Last">The last that a part may be; null for a whole date.</param>
/// <param name="Whole">The date in EDTF of which it is a part, or itself.</param>
internal sealed record Moment(string First, string? Last, string Whole)
{
    /// <summary>What was assumed in reading it, as a sentence; null if nothing was.</summary>
    public string? Remark { get; init; }

    /// <summary>The marks of EDTF for a date that is approximate or uncertain.</summary>
    public string Mark { get; init; } = "";

    /// <summary>The date in EDTF.</summary>
    public string Edtf => Last is null ? First + Mark : $"[{First}{Mark}..{Last}{Mark}]";

    /// <summary>The date in EDTF as an end of an interval, which cannot be a part of a date.</summary>
    public string AsEnd => Whole + Mark;

    private bool IsDay => EdtfDate.Parse(First).Precision == EdtfPrecision.Day;

    private bool IsMonth => EdtfDate.Parse(First).Precision == EdtfPrecision.Month;

    /// <summary>The latest date before it, no finer than it is.</summary>
    public string Before => EdtfDate.Parse(First).Earliest is { } earliest ? EndingOn(earliest.AddDays(-1)) : First;

    /// <summary>The earliest date after it, no finer than it is.</summary>
    public string After => EdtfDate.Parse(Last ?? First).Latest is { } latest ? BeginningOn(latest.AddDays(1)) : First;

    public static Moment Of(string edtf) => new(edtf, null, edtf);

    public static Moment OfPart(string first, string last, string whole) => new(first, last, whole);

    private string EndingOn(Day day) => IsEndOf(day.AddDays(1)) ? Coarsened(day) : day.ToString();

    private string BeginningOn(Day day) => IsEndOf(day) ? Coarsened(day) : day.ToString();

    /// <summary>Whether a month, or a year where the date is no finer than that, ends before a day.</summary>
    private bool IsEndOf(Day next) => !IsDay && next.DayOfMonth == 1 && (IsMonth || next.Month == 1);

    private string Coarsened(Day day) => day.ToString()[..^(IsMonth ? "-DD".Length : "-MM-DD".Length)];
}
