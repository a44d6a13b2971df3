using System.Text.Json.Nodes;
using ArtsakhLedger.Entities;

namespace ArtsakhLedger.Pages.Facts;

/// <summary>A field of a fact with its values and the pages that they link to.</summary>
public sealed record FactField(string Name, IReadOnlyList<(string Text, string? Address)> Values);

/// <summary>The fields of a fact that its page lists rather than shows in a place of their own.</summary>
public static class FactFields
{
    private static readonly string[] ShownElsewhere =
    [
        "id",
        "type",
        "date",
        "citations",
        "episodes",
        "position",
        "recordedAt",
        "author",
        "batch",
        "retracted",
        "lastChanged",
        "corroborations",
        "denials",
        "happened",
        "history",
        "provenance",
        "inferred",
        "content",
    ];

    /// <param name="answer">The answer in JSON.</param>
    /// <param name="entities">The entities as known.</param>
    public static IReadOnlyList<FactField> Of(JsonObject answer, EntityRegister entities) =>
        [
            .. from member in answer
            where member.Value is not null && !ShownElsewhere.Contains(member.Key)
            let values = ValuesOf(member.Key, member.Value, entities).ToList()
            where values.Count > 0
            select new FactField(InWords(member.Key), values),
        ];

    private static IEnumerable<(string, string?)> ValuesOf(string name, JsonNode value, EntityRegister entities) =>
        value switch
        {
            JsonArray list => list.OfType<JsonNode>().SelectMany(item => ValuesOf(name, item, entities)),
            JsonObject named when named["unnamed"] is { } words => MayBe(words.ToString(), named["mayBe"] as JsonArray, entities),
            JsonObject named when named["id"] is { } id && named["as"] is { } words =>
            [
                (words.ToString(), Linked("party", id.ToString(), entities).Item2),
            ],
            JsonObject votes when votes["for"] is { } ayes && votes["against"] is { } noes =>
            [
                (
                    $"{ayes} for, {noes} against{(votes["abstained"] is { } none ? $", {none} abstaining" : "")}{(votes["absent"] is { } away ? $", {away} absent" : "")}",
                    null
                ),
            ],
            JsonObject identifier when identifier["scheme"] is { } scheme && identifier["value"] is { } given =>
            [
                ($"{scheme}:{given}", null),
            ],
            JsonObject spelled when spelled["text"] is { } text =>
            [
                ($"{text} ({spelled["language"]}{(spelled["inText"] is { } inText ? $"; in a sentence: {inText}" : "")})", null),
            ],
            JsonObject other => other
                .Where(member => member.Value is JsonValue)
                .Select(member => ($"{InWords(member.Key)}: {member.Value}", (string?)null)),
            JsonValue scalar when scalar.TryGetValue<bool>(out var isSo) => [(isSo ? "yes" : "no", null)],
            JsonValue scalar when scalar.TryGetValue<string>(out var text) => [Linked(name, text, entities)],
            _ => [(value.ToString(), null)],
        };

    private static IEnumerable<(string, string?)> MayBe(string words, JsonArray? ids, EntityRegister entities)
    {
        yield return (
            $"{words} ({(ids is { Count: > 0 } ? "the source does not say who" : "as in the source; it has no entry of its own")})",
            null
        );
        foreach (var id in ids?.Select(id => id!.ToString()) ?? [])
        {
            var (name, address) = Linked("party", id, entities);
            yield return ($"may be {name}", address);
        }
    }

    private static (string, string?) Linked(string name, string text, EntityRegister entities) =>
        name switch
        {
            "note" or "reason" or "subject" or "extent" => (text, null),
            "fact" => (text, $"/facts/{text}"),
            "source" => (text, $"/sources/{text}"),
            "claim" => (text, $"/episodes/{text.Split('@')[0]}"),
            _ => entities.Find(text) is { } entity ? (entity.Names[0].Text, $"/entities/{entity.Entity}") : (text, null),
        };

    /// <summary>"accreditedTo" as "accredited to".</summary>
    private static string InWords(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));
}
