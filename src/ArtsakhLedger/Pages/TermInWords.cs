using ArtsakhLedger.StateAsOf;
using Edtf;

namespace ArtsakhLedger.Pages;

/// <summary>From when to when something held, in English, and how exactly the sources say so: "2005 to 2011; the sources give years only".</summary>
public static class TermInWords
{
    private enum Exactness
    {
        Days,
        Months,
        Years,
        Other,
    }

    public static string Of(BoundAnswer start, BoundAnswer end)
    {
        var (starts, ends) = (TellingClaims(start), TellingClaims(end));
        return $"{StartOf(start, starts)} to {EndOf(end, ends)}{NoteOn(starts, ends)}";
    }

    /// <summary>What is said of one bound by itself: "23 July 1993", "1997 or 8 September 1998", "not known, 4 November 2012 at the latest".</summary>
    public static string Of(BoundAnswer bound) => TellingClaims(bound) is { Count: > 0 } claims ? InWords(claims) : Between(bound);

    private static string StartOf(BoundAnswer bound, List<ClaimedDate> claims) => claims.Count > 0 ? InWords(claims) : $"start {Between(bound)}";

    private static string EndOf(BoundAnswer bound, List<ClaimedDate> claims) => claims.Count > 0 ? InWords(claims) : $"end {Between(bound)}";

    /// <summary>The claims without those that another one only makes more exact.</summary>
    private static List<ClaimedDate> TellingClaims(BoundAnswer bound) =>
        [.. bound.Claims.Where(claim => claim.Edtf.Length > 0 && !bound.Claims.Any(other => other != claim && Refines(other, claim)))];

    private static bool Refines(ClaimedDate finer, ClaimedDate claim)
    {
        if (claim.Edtf == ".." || finer.Edtf == "..")
        {
            return claim.Edtf == ".." && finer.Edtf != "..";
        }

        var (start, end) = (Number(claim.Earliest, long.MinValue), Number(claim.Latest, long.MaxValue));
        var (finerStart, finerEnd) = (Number(finer.Earliest, long.MinValue), Number(finer.Latest, long.MaxValue));
        return start <= finerStart && finerEnd <= end && (start, end) != (finerStart, finerEnd);
    }

    private static string InWords(IEnumerable<ClaimedDate> claims) => string.Join(" or ", claims.Select(claim => DaysInWords.OfEdtf(claim.Edtf)));

    private static string Between(BoundAnswer bound) => (bound.Earliest, bound.Latest) switch
    {
        (null, null) => "not known",
        (null, { } latest) => $"not known, {English(latest)} at the latest",
        ({ } earliest, null) => $"not known, {English(earliest)} at the earliest",
        var (earliest, latest) when earliest == latest => $"not given, {English(earliest)} by what else is known",
        var (earliest, latest) => $"not known, between {English(earliest)} and {English(latest)}",
    };

    private static string NoteOn(List<ClaimedDate> starts, List<ClaimedDate> ends)
    {
        var dated = starts.Concat(ends).Where(claim => claim.Edtf != "..").ToList();
        var sources = dated.SelectMany(claim => claim.Sources).Distinct().Count() == 1 ? "the source gives" : "the sources give";
        return dated.Select(ExactnessOf).Distinct().ToList() switch
        {
            [Exactness.Years] => $"; {sources} {(dated.Count == 1 ? "the year" : "years")} only",
            [Exactness.Months] => $"; {sources} {(dated.Count == 1 ? "the month" : "months")} only",
            _ => "",
        };
    }

    private static Exactness ExactnessOf(ClaimedDate claim) => EdtfDate.TryParse(claim.Edtf, out var date, out _) && !date.HasUnspecifiedDigits
        ? date.Precision switch
        {
            EdtfPrecision.Year => Exactness.Years,
            EdtfPrecision.Month => Exactness.Months,
            EdtfPrecision.Day => Exactness.Days,
            _ => Exactness.Other,
        }
        : Exactness.Other;

    private static string English(string day) => DaysInWords.OfEdtf(day);

    private static long Number(string? day, long otherwise) => day is null ? otherwise : Day.Parse(day).Number;
}
