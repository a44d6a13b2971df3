using ArtsakhLedger.Log;

namespace ArtsakhLedger.Ledger;

/// <summary>Issues receipts for appended entries.</summary>
public sealed class Receipts(LogReader log, LogSigner signer)
{
    /// <summary>The receipt of an entry that was just appended, made from memory; everything that was committed together shares one signature.</summary>
    /// <param name="appended">What was appended and committed.</param>
    /// <param name="position">One of its positions.</param>
    public Receipt Of(Appended appended, long position)
    {
        var committed = appended.Log ?? throw new ArgumentException("Nothing was appended.", nameof(appended));
        var row = committed.RowOf(position);
        return Receipt.Of(row.Leaf, row.Salt, committed.ProveInclusion(position), signer.Sign(committed.Head));
    }

    /// <summary>The receipt of an earlier entry. It is the same, byte for byte, as the one issued then, unless the log's key has been replaced.</summary>
    /// <param name="position">A position.</param>
    /// <param name="ledgerSize">The size of the ledger that the receipt was issued for.</param>
    /// <param name="cancellation">Cancels the read.</param>
    public async Task<Receipt> ReadAsync(long position, long ledgerSize, CancellationToken cancellation)
    {
        var (leaf, salt) = await log.LeafAsync(position, cancellation);
        var proof = await log.InclusionAsync(position - 1, ledgerSize, cancellation);
        return Receipt.Of(leaf, salt, proof, signer.Sign(await log.HeadAsync(ledgerSize, cancellation)));
    }
}
