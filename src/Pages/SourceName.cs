using System.Text.Json.Nodes;
using ArtsakhLedger.Pages.SourceInFull;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Pages;

/// <summary>What sources are called where there is no room for their titles.</summary>
public static class SourceName
{
    private const int Longest = 44;

    /// <summary>In English; what stands alone in parentheses behind a title is one of these, or who published it.</summary>
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

    /// <summary>The name of what a source appeared in ("Wikipedia") or of who published it, which many titles have in parentheses at their end; else its title or, where that is long,
    /// the site that it stands on. A language is only ever added to a name.</summary>
    public static string Of(SourceArchived source)
    {
        if ((TextOf(source.Csl["container-title"]) ?? TextOf(source.Csl["publisher"])) is { } named)
        {
            return named;
        }

        var title = TextOf(source.Csl["title"]) ?? source.Source;
        var (before, within) = Parted(title);
        return within is null ? Short(title, source)
            : Languages.Contains(within) ? $"{Short(before, source)} ({within})"
            : within;
    }

    /// <summary>The title apart from what stands in parentheses at its end; null where nothing does.</summary>
    private static (string Before, string? Within) Parted(string title) =>
        title.EndsWith(')') && title.LastIndexOf('(') is > 0 and var open && open < title.Length - 2
            ? (title[..open].TrimEnd(), title[(open + 1)..^1])
            : (title, null);

    private static string Short(string title, SourceArchived source) =>
        title.Length <= Longest ? title : SiteOf(source) ?? $"{title[..Cut(title)]}…";

    /// <summary>Of a page on the web, not of what was copied from elsewhere to it: an article of an encyclopedia stands on many sites.</summary>
    private static string? SiteOf(SourceArchived source) =>
        TextOf(source.Csl["type"]) == "webpage"
        && BibliographicText.WebAddress(source.Csl) is { } address
        && new Uri(address).Host is { Length: > 0 } host
            ? host.StartsWith("www.", StringComparison.Ordinal)
                ? host[4..]
                : host
            : null;

    private static int Cut(string title) =>
        title.LastIndexOf(' ', Longest) is > 0 and var space ? space
        : char.IsHighSurrogate(title[Longest - 1]) ? Longest - 1
        : Longest;

    private static string? TextOf(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
