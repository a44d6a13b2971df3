using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.StateAsOf;
using Edtf;

namespace ArtsakhLedger.Pages.Citations;

/// <summary>How a page is cited: by its answer as known at one position of the ledger, which never changes.</summary>
/// <param name="Title">What the page shows, without a full stop.</param>
/// <param name="Position">The position that it is known at.</param>
/// <param name="RecordedAt">When that was recorded.</param>
/// <param name="Url">The absolute address of that answer.</param>
public sealed record PageCitation(string Title, long Position, DateTimeOffset RecordedAt, string Url)
{
    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The citation of an answer.</summary>
    public static PageCitation Of(string title, KnownAtAnswer knownAt, string url) => new(title, knownAt.Position, knownAt.RecordedAt, url);

    private DateOnly Recorded => DateOnly.FromDateTime(RecordedAt.UtcDateTime);

    /// <summary>The key of the citation, which is the address's own: a bibliography with two entries of one key prints only one of them.</summary>
    /// <param name="ledger">The ledger that is cited.</param>
    public string Key(LedgerName ledger) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{ledger.InAscii}-{Position}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Url)).AsSpan(0, 6))}"
        );

    /// <summary>A sentence for a footnote.</summary>
    /// <inheritdoc cref="Key"/>
    public string Sentence(LedgerName ledger) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"“{Title}”, {ledger}, as known at position {Position}, recorded {Day.FromDateOnly(Recorded).InEnglish()}, {Url}."
        );

    /// <summary>An entry of a BibTeX file, with TeX's special characters escaped.</summary>
    /// <inheritdoc cref="Key"/>
    public string BibTeX(LedgerName ledger) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$$$"""
            @misc{{{{{Key(ledger)}}}},
              title = {{{{{{Escaped(Title)}}}}}},
              howpublished = {{{{{Escaped(ledger.Text)}}}}},
              year = {{{{{Recorded.Year}}}}},
              month = {{{{{Recorded.Month}}}}},
              note = {As known at position {{{{Position}}}}},
              url = {{{{{UrlInTeX(Url)}}}}}
            }
            """
        );

    /// <summary>An item of CSL-JSON, which reference managers import.</summary>
    /// <inheritdoc cref="Key"/>
    public string CslJson(LedgerName ledger) =>
        new JsonArray(
            new JsonObject
            {
                ["id"] = Key(ledger),
                ["type"] = "webpage",
                ["title"] = Title,
                ["container-title"] = ledger.Text,
                ["version"] = string.Create(CultureInfo.InvariantCulture, $"position {Position}"),
                ["issued"] = new JsonObject { ["date-parts"] = new JsonArray(new JsonArray(Recorded.Year, Recorded.Month, Recorded.Day)) },
                ["URL"] = Url,
            }
        ).ToJsonString(Unescaped);

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character switch
            {
                '\\' => escaped.Append(@"\textbackslash{}"),
                '~' => escaped.Append(@"\textasciitilde{}"),
                '^' => escaped.Append(@"\textasciicircum{}"),
                '{' or '}' or '%' or '&' or '$' or '#' or '_' => escaped.Append('\\').Append(character),
                _ => escaped.Append(char.IsControl(character) ? ' ' : character),
            };
        }

        return escaped.ToString();
    }

    /// <summary>An address has neither braces nor backslashes unless somebody put them there.</summary>
    private static string UrlInTeX(string url) =>
        url.Replace("\\", "%5C", StringComparison.Ordinal)
            .Replace("{", "%7B", StringComparison.Ordinal)
            .Replace("}", "%7D", StringComparison.Ordinal);
}
