using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Import;

/// <summary>Finds facts that one source is made to say twice: all fields alike but for words of the record's own, on dates that may be the same day.
/// Unnamed parties are never taken for the same: two rows of "a U.S. state" are two states until a source says otherwise.</summary>
public static class NearDuplicates
{
    private static readonly string[] NotCompared = ["id", "date", "note", "inferred", "citations"];

    public static IEnumerable<EntryProblem> ProblemsOf(IEnumerable<BatchEntry> entries)
    {
        var alike = entries
            .Where(entry => entry.Fact.Citations.Count > 0 && entry.Fact.Parties().All(party => party.Id is not null))
            .GroupBy(entry => (FactType.Of(entry.Fact).Name, ContentOf(entry.Fact)));
        foreach (var group in alike)
        {
            var earlier = new List<BatchEntry>();
            foreach (var entry in group)
            {
                if (earlier.Find(other => SayTheSame(other.Fact, entry.Fact)) is { } twin)
                {
                    yield return new(entry.Origin.File, entry.Origin.LineOf("/id"),
                        $"'{entry.Fact.Id}' says the same as '{twin.Fact.Id}' at {twin.Origin.File}:{twin.Origin.LineOf("/id")}, out of the same source; make the passages citations of one fact");
                }

                earlier.Add(entry);
            }
        }
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
