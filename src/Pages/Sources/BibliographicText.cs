using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Edtf;

namespace ArtsakhLedger.Pages.Sources;

/// <summary>Reads CSL-JSON. What is missing or malformed is left out.</summary>
internal static partial class BibliographicText
{
    /// <summary>A text field; null where there is none.</summary>
    public static string? Of(JsonObject csl, string field) =>
        csl[field] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;

    /// <summary>The language that it is written in, a BCP 47 tag; null where that is not known, or what is given is none.</summary>
    public static string? Language(JsonObject csl) => Of(csl, "language") is { } tag && LanguageTag().IsMatch(tag) ? tag : null;

    /// <summary>The authors, in their order: "Given Family".</summary>
    public static IReadOnlyList<string> Authors(JsonObject csl) =>
        csl["author"] is not JsonArray authors ? [] : [.. authors.OfType<JsonObject>().Select(NameOf).Where(name => name.Length > 0)];

    /// <summary>When it was published, in English; null where that is not known.</summary>
    public static string? IssuedIn(JsonObject csl) => DateIn(csl, "issued");

    /// <summary>When it was accessed, in English; null where that is not known.</summary>
    public static string? AccessedOn(JsonObject csl) => DateIn(csl, "accessed");

    /// <summary>Its HTTP or HTTPS address; null where it has none.</summary>
    public static string? WebAddress(JsonObject csl) =>
        Uri.TryCreate(Of(csl, "URL"), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address.AbsoluteUri
            : null;

    private static string? DateIn(JsonObject csl, string field) =>
        csl[field] is JsonObject date
        && date["date-parts"] is JsonArray { Count: > 0 } parts
        && parts[0] is JsonArray { Count: > 0 and <= 3 } numbers
        && EdtfDate.TryParse(
            string.Join('-', numbers.Select((number, i) => number?.ToString().PadLeft(i == 0 ? 4 : 2, '0'))),
            out var parsed,
            out _
        )
            ? parsed.ToEnglish()
            : null;

    private static string NameOf(JsonObject author) =>
        Of(author, "literal") ?? string.Join(' ', new[] { Of(author, "given"), Of(author, "family") }.OfType<string>());

    [GeneratedRegex(
        @"\A[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex LanguageTag();
}
