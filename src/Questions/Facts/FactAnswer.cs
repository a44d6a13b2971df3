using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Facts;

/// <summary>A fact as an answer shows it: its current content, its place in the record, and what is said about it.</summary>
public static class FactAnswer
{
    /// <summary>The answer about one fact.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="facts">The fact with all entries about it.</param>
    public static JsonObject Of(string id, FactsAsKnown facts)
    {
        var known = facts.Find(id)!;
        var answer = FactJson.ContentOf(known.Content);
        answer["episodes"] = new JsonArray([
            .. known.Content.EpisodeLinks().Where(link => !link.OnlyWhereOpened).Select(link => (JsonNode)link.Episode),
        ]);
        answer["position"] = known.Recorded.Position;
        answer["recordedAt"] = JsonSerializer.SerializeToNode(known.Recorded.RecordedAt, FactJson.Options);
        answer["author"] = JsonSerializer.SerializeToNode(known.Recorded.Author, FactJson.Options);
        if (known.Recorded.Batch is { } batch)
        {
            answer["batch"] = batch;
        }

        if (!known.InForce)
        {
            answer["retracted"] = true;
        }

        if (known.Changes.Count > 0)
        {
            answer["lastChanged"] = known.LastTouched.Position;
        }

        AddOpinions(answer, "corroborations", facts.OpinionsOn(id).Where(opinion => opinion.Fact is FactCorroborated));
        AddOpinions(answer, "denials", facts.OpinionsOn(id).Where(opinion => opinion.Fact is FactDenied));
        if (known.InForce && HappenedOn.Of(known.Current, facts) is var happened && happened.Date != known.Content.Date)
        {
            answer["happened"] = JsonSerializer.SerializeToNode(happened, FactJson.Options);
        }

        answer["history"] = $"/facts/{id}/history";
        answer["provenance"] = $"/facts/{id}/provenance";
        return answer;
    }

    private static void AddOpinions(JsonObject answer, string name, IEnumerable<RecordedFact> opinions)
    {
        var links = opinions.Select(opinion => (JsonNode)$"/facts/{opinion.Fact.Id}").ToArray();
        if (links.Length > 0)
        {
            answer[name] = new JsonArray(links);
        }
    }
}
