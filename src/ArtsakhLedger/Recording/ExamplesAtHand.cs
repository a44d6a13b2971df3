using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Database;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Recording;

/// <summary>The examples that the description of the service gives, from the record at hand: its first facts. Where nothing is recorded there are none.</summary>
/// <param name="Polity">The id of a polity.</param>
/// <param name="Batch">The name of a batch.</param>
/// <param name="Fact">The id of a fact.</param>
/// <param name="Episode">The id of an episode.</param>
/// <param name="Bodies">A fact of each type as a request has it; null where those of the schema are about this record.</param>
/// <param name="LookedAt">How many facts they were found among.</param>
public sealed record ExamplesAtHand(
    string? Polity,
    string? Batch,
    string? Fact,
    string? Episode,
    IReadOnlyDictionary<string, JsonObject>? Bodies,
    int LookedAt
)
{
    /// <summary>As many facts as have most types that a record uses, and are read in a moment.</summary>
    private const int Most = 300;

    /// <summary>Whether more facts can make no difference.</summary>
    public bool AreFinal => LookedAt == Most || (Bodies is null && LookedAt > 0);

    /// <summary>Whether other examples are the same, found among as many facts.</summary>
    public bool IsSameAs(ExamplesAtHand? other) => other is not null && (Fact, LookedAt) == (other.Fact, other.LookedAt);

    /// <summary>Finds the examples. A ledger that cannot be read has none.</summary>
    public static async Task<ExamplesAtHand> FindAsync(ILedger ledger, CancellationToken cancellation)
    {
        try
        {
            var isOfSchema = await ledger.HasFactsOfAsync(FactSchemas.ExamplesAbout, cancellation);
            return Of(await ledger.FirstFactsAsync(isOfSchema ? FactSchemas.ExamplesAbout : null, Most, cancellation), isOfSchema);
        }
        catch (Exception away) when (DatabaseErrors.IsUnavailable(away) || away is NewerRecordException or Npgsql.PostgresException)
        {
            return Of([], isOfSchema: false);
        }
    }

    private static ExamplesAtHand Of(IReadOnlyList<RecordedFact> facts, bool isOfSchema) =>
        new(
            facts.Select(fact => fact.Fact.Polity).FirstOrDefault(),
            facts.Select(fact => fact.Batch).FirstOrDefault(batch => batch is not null),
            facts.Select(fact => fact.Fact.Id).FirstOrDefault(),
            Example.EpisodeOf(facts),
            isOfSchema
                ? null
                : facts
                    .Select(fact => fact.Fact)
                    .GroupBy(fact => FactType.Of(fact))
                    .Where(ofType => !ofType.Key.IsAboutTheRecord)
                    .ToDictionary(ofType => ofType.Key.Name, ofType => BodyOf(ofType.Key, ofType.First())),
            facts.Count
        );

    private static JsonObject BodyOf(FactType type, Fact fact)
    {
        var body = (JsonObject)JsonSerializer.SerializeToNode(fact, fact.GetType(), FactJson.Options)!;
        body.Remove("id");
        body.Remove("polity");
        body.Insert(0, "type", type.Name);
        body.Insert(1, "polity", fact.Polity);
        return body;
    }
}
