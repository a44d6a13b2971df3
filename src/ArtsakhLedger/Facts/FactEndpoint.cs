using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Facts;

public static class FactEndpoint
{
    /// <summary>One fact with its citations, and where it stands in the record.</summary>
    /// <param name="id">The fact's id.</param>
    /// <param name="knownAt">A position, the name of a batch, or an instant (RFC 3339); without it, the head of the ledger.</param>
    [WolverineGet("/facts/{id}", Name = "fact")]
    [Tags("Facts")]
    [ProducesResponseType<JsonObject>(200)]
    public static async Task<IResult> Get(
        string id, [FromQuery(Name = "known-at")] string? knownAt, LedgerReader ledger, CancellationToken cancellation)
    {
        var known = await KnownAt.ResolveAsync(ledger, knownAt, null, cancellation);
        var recorded = (await ledger.VersionsOfAsync(id, cancellation)).LastOrDefault(version => version.Position <= known.Position)
            ?? throw RequestProblem.NotFound("fact", $"The ledger has no fact '{id}'{(knownAt is null ? "" : " at that position")}.");
        return JsonAnswer.Of(AnswerOf(recorded), known);
    }

    private static JsonObject AnswerOf(RecordedFact recorded)
    {
        var answer = new JsonObject { ["id"] = recorded.Fact.Id, ["type"] = FactType.Of(recorded.Fact).Name };
        var content = (JsonObject)JsonSerializer.SerializeToNode(recorded.Fact, recorded.Fact.GetType(), FactJson.Options)!;
        foreach (var (name, value) in content)
        {
            if (name != "id")
            {
                answer[name] = value?.DeepClone();
            }
        }

        answer["episodes"] = new JsonArray([.. recorded.Fact.Bearings().Select(bearing => (JsonNode)bearing.Episode)]);
        answer["position"] = recorded.Position;
        answer["recordedAt"] = JsonSerializer.SerializeToNode(recorded.RecordedAt, FactJson.Options);
        answer["batch"] = recorded.Batch;
        return answer;
    }
}
