using Edtf;

namespace ArtsakhLedger.Pages;

/// <summary>Dates as people write them.</summary>
public static class DaysInWords
{
    /// <summary>A day, such as 1 June 2006.</summary>
    public static string InEnglish(this Day day) => EdtfDate.Parse(day.ToString()).ToEnglish();

    /// <summary>A date in EDTF after a statement: "on 1 June 2006", "in June 2006", "in the 1990s", "from 1993 to 1997".</summary>
    public static string When(string edtf)
    {
        var english = OfEdtf(edtf);
        return EdtfDate.TryParse(edtf, out var date, out _) ? date.Precision switch
        {
            EdtfPrecision.Day => $"on {english}",
            null => english,
            _ when english.StartsWith("between ", StringComparison.Ordinal) => english,
            _ when english.EndsWith('s') || english.Contains(" of ", StringComparison.Ordinal) => $"in the {english}",
            _ => $"in {english}",
        }
        : english;
    }

    /// <summary>A date in EDTF, such as 1997 or [..2001-07-04]; <c>..</c> by itself as it stands in an end, "still lasting".</summary>
    public static string OfEdtf(string edtf) => EdtfDate.TryParse(edtf, out var date, out _) ? date.ToEnglish() : edtf == ".." ? "still lasting" : edtf;
}
