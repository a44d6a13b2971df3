using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Checks;

/// <summary>The one rule of duplicates: a fact repeats another if both say the same thing with the same dates, from the same passage of the same
/// source. Unnamed parties are never the same: "a U.S. state" in two facts may be two states.</summary>
public static class Likeness
{
    /// <summary>The fields in which a fact and its repetition may differ.</summary>
    public static IReadOnlyList<string> NotCompared { get; } = ["id", "note", "inferred", "reason", "citations"];

    /// <summary>What a fact says, as a text that is equal for those that may repeat one another; null for an entry that cannot repeat another.</summary>
    public static string? KeyOf(Fact fact)
    {
        if (fact.Polity is null || fact is ChangeOfFact || HasUnnamed(fact))
        {
            return null;
        }

        var content = (JsonObject)JsonSerializer.SerializeToNode(fact, fact.GetType(), FactJson.Options)!;
        foreach (var field in NotCompared)
        {
            content.Remove(field);
        }

        return $"{FactType.Of(fact).Name} {content.ToJsonString(FactJson.Options)}";
    }

    /// <summary>A number that is equal where <see cref="KeyOf"/> is, and much quicker to find.</summary>
    public static int RoughKeyOf(Fact fact) => HashCode.Combine(fact.GetType(), fact.Polity, fact.Date?.ToString(), fact.StreamName());

    /// <summary>Whether a fact repeats another.</summary>
    public static bool Repeats(Fact fact, Fact other) =>
        fact.Id != other.Id
        && KeyOf(fact) is { } key
        && key == KeyOf(other)
        && fact.Citations.Any(one => other.Citations.Any(two => SamePassage(one, two)));

    /// <summary>Whether a fact that came without an id is the same request again: unlike in <see cref="Repeats"/>, unnamed parties too are the same, for
    /// nothing but its id would tell it from the other.</summary>
    public static bool IsSameRequest(Fact fact, Fact other)
    {
        var citations = other.Citations.Select(citation => (citation.Source, citation.Quote));
        return fact is not ChangeOfFact // what was retracted and brought back may be retracted again for the same reason
            && fact.GetType() == other.GetType()
            && fact.Citations.Select(citation => (citation.Source, Unicode.NormalForm.Compose(citation.Quote))).SequenceEqual(citations)
            && FactJson.BodyOf(fact with { Id = other.Id, Citations = [] }) == FactJson.BodyOf(other with { Citations = [] });
    }

    /// <summary>The problem of a fact that repeats another.</summary>
    /// <param name="id">The fact.</param>
    /// <param name="twin">The other.</param>
    /// <param name="place">Where the other is; null if it is recorded.</param>
    public static FactProblem Problem(string id, string twin, string? place = null) =>
        new(
            "/id",
            $"'{id}' says the same as '{twin}'{(place is null ? ", which is recorded" : $" at {place}")}, with the same dates and from the same passage; leave it out"
        );

    private static bool HasUnnamed(Fact fact) => fact.Parties().Any(party => party.Id is null);

    /// <summary>Whether two citations share a passage: their places overlap, or, where one has none, their words are the same.</summary>
    private static bool SamePassage(Citation one, Citation other) =>
        one.Source == other.Source
        && (
            one is { Start: { } start, End: { } end } && other is { Start: { } otherStart, End: { } otherEnd }
                ? one.Snapshot == other.Snapshot && start < otherEnd && otherStart < end
                : Words(one.Quote).SequenceEqual(Words(other.Quote))
        );

    private static string[] Words(string quote) =>
        Unicode.NormalForm.Compose(quote).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
