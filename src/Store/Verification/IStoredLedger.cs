using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Verification;

/// <summary>A ledger as it is stored at one instant, in a database or in a bundle.</summary>
public interface IStoredLedger
{
    /// <summary>Whether the texts of snapshots are kept with it.</summary>
    public bool HasTexts { get; }

    /// <summary>What does not fit in what is stored beside the events: who the log is, the requests that were answered, and the event store's own
    /// counts and marks; null if there is nothing of it, or all of it fits.</summary>
    public Task<Mismatch?> FindMismatchBesideAsync(CancellationToken cancellation);

    /// <summary>The number of positions, unverified; for showing progress.</summary>
    public Task<long> SizeAsync(CancellationToken cancellation);

    /// <summary>All positions in order, each with its event; then events without a position.</summary>
    /// <exception cref="UnreadableLedgerException">A part of the ledger cannot be read.</exception>
    public IAsyncEnumerable<(StoredEntry? Entry, StoredBody? Event)> EventsAsync(CancellationToken cancellation);

    /// <summary>The rows of the read model, in the order of positions.</summary>
    /// <exception cref="UnreadableLedgerException">A part of the ledger cannot be read.</exception>
    public IAsyncEnumerable<FactRow> RowsAsync(CancellationToken cancellation);

    /// <summary>The stored texts of snapshots, with the digest that each is stored under.</summary>
    /// <exception cref="UnreadableLedgerException">A part of the ledger cannot be read.</exception>
    public IAsyncEnumerable<(string Sha256, byte[] Bytes)> SnapshotsAsync(CancellationToken cancellation);
}

/// <summary>A ledger is damaged so that it cannot be read any further.</summary>
/// <param name="wrong">The damaged place.</param>
public sealed class UnreadableLedgerException(Mismatch wrong) : Exception(wrong.ToString())
{
    /// <summary>The damaged place.</summary>
    public Mismatch Wrong { get; } = wrong;
}
