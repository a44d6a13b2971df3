using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Import;

/// <summary>Finds facts that repeat another fact from the same source: equal except for notes, ids and citations, on dates that may be the same day.
/// Unnamed parties never count as equal: "a U.S. state" in two facts may be two states.</summary>
internal sealed class NearDuplicates
{
    private static readonly string[] NotCompared = ["id", "date", "note", "inferred", "checked", "citations"];

    private readonly Dictionary<(string Type, string Content), List<Fact>> groups = [];

    /// <summary>The id of an earlier fact that a fact repeats, or null. The fact is remembered for later calls.</summary>
    public string? TwinOf(Fact fact)
    {
        if (fact.Citations.Count == 0 || fact.Parties().Any(party => party.Id is null))
        {
            return null;
        }

        var key = (FactType.Of(fact).Name, ContentOf(fact));
        var alike = groups.TryGetValue(key, out var found) ? found : groups[key] = [];
        var twin = alike.Find(other => SayTheSame(other, fact));
        alike.Add(fact);
        return twin?.Id;
    }

    private static string ContentOf(Fact fact)
    {
        var content = (JsonObject)JsonSerializer.SerializeToNode(fact, fact.GetType(), FactJson.Options)!;
        foreach (var field in NotCompared)
        {
            content.Remove(field);
        }

        return content.ToJsonString();
    }

    private static bool SayTheSame(Fact one, Fact other) =>
        one.Citations.Select(citation => citation.Source).Intersect(other.Citations.Select(citation => citation.Source)).Any()
        && (one.Date, other.Date) switch
        {
            (null, null) => true,
            ({ } a, { } b) => !(a.Latest < b.Earliest || b.Latest < a.Earliest),
            _ => false,
        };
}
