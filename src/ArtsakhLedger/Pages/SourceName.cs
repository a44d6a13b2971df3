using System.Text.Json.Nodes;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Pages;

/// <summary>What sources are called where there is no room for their titles.</summary>
public static class SourceName
{
    private const int Longest = 44;

    /// <summary>The name of what a source appeared in ("Wikipedia"), which many titles have in parentheses at their end, else its title, cut where that is long.</summary>
    public static string Of(SourceArchived source)
    {
        if (TextOf(source.Csl["container-title"]) is { } container)
        {
            return container;
        }

        var title = TextOf(source.Csl["title"]) ?? source.Source;
        if (title.EndsWith(')') && title.LastIndexOf('(') is > 0 and var open && open < title.Length - 2)
        {
            return title[(open + 1)..^1];
        }

        return title.Length <= Longest ? title : $"{title[..Cut(title)]}…";
    }

    private static int Cut(string title) => title.LastIndexOf(' ', Longest) is > 0 and var space ? space : char.IsHighSurrogate(title[Longest - 1]) ? Longest - 1 : Longest;

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
