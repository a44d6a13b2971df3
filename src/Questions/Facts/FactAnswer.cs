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
        var answer = FactContent.Of(known.Content);
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

        if (DatedHappening.Of(known.Content, facts) is { Date: { } date } happened && date != known.Content.Date)
        {
            answer["happened"] = JsonSerializer.SerializeToNode(
                new HappenedAnswer(
                    date.ToString(),
                    happened.Earliest?.ToString(),
                    happened.Latest?.ToString(),
                    happened.Rivals.Count == 0 ? null : happened.Rivals
                ),
                FactJson.Options
            );
        }

        AddOpinions(answer, "corroborations", facts.OpinionsOn(id).Where(opinion => opinion.Fact is FactCorroborated));
        AddOpinions(answer, "denials", facts.OpinionsOn(id).Where(opinion => opinion.Fact is FactDenied));
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
