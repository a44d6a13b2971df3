using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Pages;

/// <summary>The batches of a polity up to the newest position. Batches found earlier are cached, so only newer entries are looked
/// up.</summary>
public sealed class NewestBatches(LedgerReader ledger)
{
    private volatile Found last = new(0, []);

    /// <summary>The batches of a polity, in the order of record.</summary>
    /// <param name="polity">The polity's id.</param>
    /// <param name="head">The head of the ledger.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task<IReadOnlyList<RecordedBatch>> OfAsync(string polity, Head head, CancellationToken cancellation)
    {
        var found = last;
        if (found.Through < head.Position)
        {
            var since = await ledger.BatchesAsync(head.Position, found.Through, cancellation);
            found = new(head.Position, [.. found.Batches.Concat(since).GroupBy(batch => batch.Name).Select(Joined)]);
            last = found;
        }

        return [.. found.Batches.Where(batch => batch.Name.StartsWith($"{polity}/", StringComparison.Ordinal))];
    }

    private static RecordedBatch Joined(IEnumerable<RecordedBatch> parts) =>
        parts.Aggregate(
            (first, more) => first with { Last = more.Last, Events = first.Events + more.Events, RecordedUntil = more.RecordedUntil }
        );

    private sealed record Found(long Through, IReadOnlyList<RecordedBatch> Batches);
}
