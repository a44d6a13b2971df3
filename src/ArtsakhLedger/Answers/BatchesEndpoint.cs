using ArtsakhLedger.Asking;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Answers;

/// <summary>A batch of the record.</summary>
/// <param name="Batch">Its name, <c>{polity}/{name}</c>, as <c>known-at</c> takes it.</param>
/// <param name="First">The position of its first event.</param>
/// <param name="Last">The position of its last event so far: an open batch may be imported in several parts.</param>
/// <param name="Events">How many events came with it.</param>
/// <param name="RecordedFrom">When its first event was recorded.</param>
/// <param name="RecordedUntil">When its last event was recorded.</param>
/// <param name="Facts">The address of its facts.</param>
public sealed record BatchAnswer(
    string Batch,
    long First,
    long Last,
    long Events,
    DateTimeOffset RecordedFrom,
    DateTimeOffset RecordedUntil,
    string Facts
);

public static class BatchesEndpoint
{
    /// <summary>The batches that were imported, in the order of record.</summary>
    /// <param name="knownAt">A position, the name of a batch, or an instant (RFC 3339); without it, the head of the ledger.</param>
    /// <param name="limit">How many items a page has: 1 to 500, 100 by default.</param>
    /// <param name="cursor">Where the page begins: follow <c>next</c>.</param>
    [WolverineGet("/batches", Name = "batches")]
    [Tags("Facts")]
    [ProducesResponseType<Page<BatchAnswer>>(200, Representation.Json, Representation.Lines)]
    public static async Task<IResult> Get(
        [FromQuery(Name = "known-at")] string? knownAt,
        [FromQuery] string? limit,
        [FromQuery] string? cursor,
        ILedger ledger,
        CancellationToken cancellation
    )
    {
        var list = ListQuestion.Parse("/batches", limit, cursor, ("known-at", knownAt));
        var known = await list.KnownAtAsync(ledger, knownAt, null, cancellation);
        var batches = await ledger.BatchesAsync(known.Position, cancellation);
        return new ListAnswer<BatchAnswer>(known)
        {
            Items = list.PagesOf(
                batches,
                batch => batch.Name,
                batches.Count == 0 ? known.Position : batches.Max(batch => batch.Last),
                AnswerOf,
                cancellation
            ),
            IsPaged = list.IsPaged,
        };
    }

    public static BatchAnswer AnswerOf(RecordedBatch batch) =>
        new(
            batch.Name,
            batch.First,
            batch.Last,
            batch.Events,
            batch.RecordedFrom,
            batch.RecordedUntil,
            Address.Of("/facts", ("batch", batch.Name))
        );
}
