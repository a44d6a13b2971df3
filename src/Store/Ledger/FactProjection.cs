using System.Text.Json;
using ArtsakhLedger.Facts;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace ArtsakhLedger.Ledger;

/// <summary>The projection that fills the read model: a row for every event. Rows are only inserted, so the past cannot be rewritten; effects of one
/// episode on another are computed when reading.</summary>
internal sealed class FactProjection(FactSerializer serializer) : IProjection
{
    public const string Name = "facts";

    public Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        foreach (var @event in events)
        {
            var fact = (Fact)@event.Data;
            FactTable.QueueInsert(operations, FactRow.Of(PositionOf(@event), @event.EventTypeName, fact, serializer.ToJson(fact)));
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
