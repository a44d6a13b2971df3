using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Verification;

/// <summary>A ledger as it is stored, at one instant: what is verified. It is read from a database, or from a bundle that was exported from one.</summary>
public interface IStoredLedger
{
    /// <summary>How many positions it says it has; for showing how far a verification is.</summary>
    public Task<long> SizeAsync(CancellationToken cancellation);

    /// <summary>Every position with its event, in the order of positions; at the end, by themselves, events that no position holds.</summary>
    /// <exception cref="UnreadableLedgerException">Something there cannot be read at all.</exception>
    public IAsyncEnumerable<(StoredEntry? Entry, StoredBody? Event)> EventsAsync(CancellationToken cancellation);

    /// <summary>The rows of the read model, in the order of positions.</summary>
    /// <exception cref="UnreadableLedgerException">Something there cannot be read at all.</exception>
    public IAsyncEnumerable<FactRow> RowsAsync(CancellationToken cancellation);

    /// <summary>The texts of snapshots that are there, with the digest that each is kept under.</summary>
    /// <exception cref="UnreadableLedgerException">Something there cannot be read at all.</exception>
    public IAsyncEnumerable<(string Sha256, byte[] Bytes)> SnapshotsAsync(CancellationToken cancellation);
}

/// <summary>A ledger is broken in a way that keeps it from being read on.</summary>
/// <param name="wrong">Where, and how.</param>
public sealed class UnreadableLedgerException(Mismatch wrong) : Exception(wrong.ToString())
{
    /// <summary>Where, and how.</summary>
    public Mismatch Wrong { get; } = wrong;
}
