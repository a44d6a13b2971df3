using ArtsakhLedger.Log;

namespace ArtsakhLedger.Ledger;

/// <summary>Gives receipts for what was appended.</summary>
public sealed class Receipts(LogReader log, LogSigner signer)
{
    /// <summary>The receipt of what was just appended, out of memory; one signature serves all that was committed together.</summary>
    /// <param name="appended">What was appended. It is committed, for a log never signs what it could still lose.</param>
    /// <param name="position">One of its positions.</param>
    public Receipt Of(Appended appended, long position)
    {
        var committed = appended.Log ?? throw new ArgumentException("Nothing was appended.", nameof(appended));
        var row = committed.RowOf(position);
        return Receipt.Of(row.Leaf, row.Salt, committed.ProofOf(position), signer.Sign(committed.Head));
    }

    /// <summary>The receipt of a position as it was given, byte by byte, while the log is signed with the same key.</summary>
    /// <param name="position">A position.</param>
    /// <param name="ledgerSize">The size of the ledger that the receipt was given for.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Receipt> ReadAsync(long position, long ledgerSize, CancellationToken cancellation)
    {
        var (leaf, salt) = await log.LeafAsync(position, cancellation);
        var proof = await log.InclusionAsync(position - 1, ledgerSize, cancellation);
        return Receipt.Of(leaf, salt, proof, signer.Sign(await log.HeadAsync(ledgerSize, cancellation)));
    }
}
