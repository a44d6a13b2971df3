using System.Text.Json;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace ArtsakhLedger.Ledger;

/// <summary>The read model: one row for every event, a pure function of the event and its position. Rows are only inserted, so the
/// past cannot be rewritten; what rules of time do across episodes is worked out when reading.</summary>
public sealed class FactRows : IProjection
{
    public const string Name = "facts";
    public const string Table = "ledger.facts";

    private const string Insert =
        "insert into ledger.facts (position, fact, type, polity, episodes, names, earliest, latest, body) values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)";

    public Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        foreach (var @event in events)
        {
            var fact = (Fact)@event.Data;
            operations.QueueSqlCommand(
                Insert,
                PositionOf(@event),
                fact.Id,
                @event.EventTypeName,
                (object?)fact.Polity ?? DBNull.Value,
                fact.Bearings().Select(bearing => bearing.Episode).ToArray(),
                NamesIn(fact).Distinct().ToArray(),
                (object?)fact.Date?.Earliest?.Number ?? DBNull.Value,
                (object?)fact.Date?.Latest?.Number ?? DBNull.Value,
                JsonSerializer.Serialize(fact, fact.GetType(), FactJson.Options));
        }

        return Task.CompletedTask;
    }

    /// <summary>Every entity and source that the fact names, those that an unnamed party could be included.</summary>
    private static IEnumerable<string> NamesIn(Fact fact) =>
    [
        .. fact.Parties().SelectMany(party => party.Id is { } id ? [id] : party.MayBe),
        .. fact.Citations.Select(citation => citation.Source),
        .. fact is FactCorrected correction ? NamesIn(correction.Content) : [],
    ];

    private static long PositionOf(IEvent @event) => @event.GetHeader(EventStore.PositionHeader) switch
    {
        long position => position,
        JsonElement json => json.GetInt64(),
        var other => Convert.ToInt64(other),
    };
}
