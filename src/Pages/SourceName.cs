using ArtsakhLedger.Pages.Sources;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Pages;

/// <summary>Short names of sources, for where there is no room for their titles.</summary>
public static class SourceName
{
    private const int MaxLength = 44;

    // A title may end with a language in parentheses; anything else in parentheses there is the publisher.
    private static readonly HashSet<string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        "Abkhaz",
        "Albanian",
        "Arabic",
        "Armenian",
        "Azerbaijani",
        "Basque",
        "Belarusian",
        "Bulgarian",
        "Catalan",
        "Chinese",
        "Croatian",
        "Czech",
        "Danish",
        "Dutch",
        "Eastern Armenian",
        "English",
        "Estonian",
        "Finnish",
        "French",
        "Georgian",
        "German",
        "Greek",
        "Hebrew",
        "Hindi",
        "Hungarian",
        "Italian",
        "Japanese",
        "Kazakh",
        "Korean",
        "Kurdish",
        "Latvian",
        "Lithuanian",
        "Norwegian",
        "Ossetian",
        "Persian",
        "Polish",
        "Portuguese",
        "Romanian",
        "Russian",
        "Serbian",
        "Slovak",
        "Slovene",
        "Spanish",
        "Swedish",
        "Turkish",
        "Ukrainian",
        "Western Armenian",
    };

    /// <summary>What the source appeared in ("Wikipedia") or who published it, which many titles have in parentheses at their end; otherwise its title or,
    /// where that is long, its site.</summary>
    public static string Of(SourceArchived source)
    {
        if ((BibliographicText.Of(source.Csl, "container-title") ?? BibliographicText.Of(source.Csl, "publisher")) is { } named)
        {
            return named;
        }

        var title = BibliographicText.Of(source.Csl, "title") ?? source.Source;
        var (before, parenthesised) = Split(title);
        return parenthesised is null ? Short(title, source)
            : Languages.Contains(parenthesised) ? $"{Short(before, source)} ({parenthesised})"
            : parenthesised;
    }

    private static (string Before, string? Parenthesised) Split(string title) =>
        title.EndsWith(')') && title.LastIndexOf('(') is > 0 and var open && open < title.Length - 2
            ? (title[..open].TrimEnd(), title[(open + 1)..^1])
            : (title, null);

    private static string Short(string title, SourceArchived source) =>
        title.Length <= MaxLength ? title : SiteOf(source) ?? $"{title[..Cut(title)]}…";

    // Only of a web page: an article of an encyclopedia is copied to many sites.
    private static string? SiteOf(SourceArchived source) =>
        BibliographicText.Of(source.Csl, "type") == "webpage"
        && BibliographicText.WebAddress(source.Csl) is { } address
        && new Uri(address).Host is { Length: > 0 } host
            ? host.StartsWith("www.", StringComparison.Ordinal)
                ? host[4..]
                : host
            : null;

    private static int Cut(string title) =>
        title.LastIndexOf(' ', MaxLength) is > 0 and var space ? space
        : char.IsHighSurrogate(title[MaxLength - 1]) ? MaxLength - 1
        : MaxLength;
}
