using System.Text.Json;
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
            var row = FactRow.Of(PositionOf(@event), @event.EventTypeName, (Fact)@event.Data);
            operations.QueueSqlCommand(
                Insert,
                row.Position,
                row.Fact,
                row.Type,
                (object?)row.Polity ?? DBNull.Value,
                row.Episodes.ToArray(),
                row.Names.ToArray(),
                (object?)row.Earliest ?? DBNull.Value,
                (object?)row.Latest ?? DBNull.Value,
                row.Body
            );
        }

        return Task.CompletedTask;
    }

    private static long PositionOf(IEvent @event) =>
        @event.GetHeader(EventStore.PositionHeader) switch
        {
            long position => position,
            JsonElement json => json.GetInt64(),
            var other => Convert.ToInt64(other),
        };
}
