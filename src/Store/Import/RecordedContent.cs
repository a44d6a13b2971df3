using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Database;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Import;

/// <summary>What is recorded under an id, to recognise an entry of a batch or to find that it differs.</summary>
public sealed record RecordedContent(string Type, string Body)
{
    /// <summary>Whether a fact equals what is recorded.</summary>
    public bool Matches(Fact fact) =>
        Type == FactType.Of(fact).Name
        && JsonNode.DeepEquals(JsonNode.Parse(Body), JsonSerializer.SerializeToNode(fact, fact.GetType(), FactJson.Options));

    /// <summary>The problem of an entry that differs from what is recorded under its id.</summary>
    public static FactProblem ConflictOf(string id) =>
        new(
            "/id",
            $"'{id}' is recorded already and says something else; what is recorded stays: restore the entry and append a correction in a later batch"
        );

    /// <summary>Reads what is recorded up to a position under those of some ids that the ledger has.</summary>
    public static async Task<IReadOnlyDictionary<string, RecordedContent>> ReadAsync(
        LedgerDatabase database,
        IEnumerable<string> ids,
        long through,
        CancellationToken cancellation
    )
    {
        var recorded = await database.Service.QueryAsync(
            "select f.fact, f.type, f.body from ledger.positions p join ledger.facts f using (position) where p.fact = any($1) and p.position <= $2",
            [ids.ToArray(), through],
            row => KeyValuePair.Create(row.GetString(0), new RecordedContent(row.GetString(1), row.GetString(2))),
            cancellation
        );
        return recorded.ToDictionary();
    }
}
