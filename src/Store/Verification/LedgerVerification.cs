using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Verification;

/// <summary>Verifies a ledger: events, leaves and tree first, then what is derived from the events, then the quotes. It stops at the first
/// mismatch.</summary>
public sealed class LedgerVerification(IStoredLedger ledger, IReadOnlyList<KeptCheckpoint> kept, IReadOnlyList<SnapshotText> texts)
{
    /// <summary>Verifies the ledger.</summary>
    /// <param name="show">Runs a part while showing its progress.</param>
    /// <param name="cancellation">Cancels the verification.</param>
    public async Task<VerifyReport> RunAsync(ShowPart show, CancellationToken cancellation)
    {
        var report = new VerifyReport();
        try
        {
            var size = await ledger.SizeAsync(cancellation);
            LogVerification log = null!;
            if (
                await show("Events, leaves and tree", size, progress => (log = new(ledger, kept, progress)).RunAsync(cancellation)) is
                { } wrong
            )
            {
                return report with { FirstMismatch = wrong };
            }

            report = report with
            {
                Size = log.Head.Size,
                Root = log.Head.Root.ToBase64(),
                Checkpoints = [.. kept.Select(checkpoint => new CheckpointHeld(checkpoint.Name, checkpoint.Head.Size))],
            };
            if (await ledger.FindMismatchBesideAsync(cancellation) is { } beside)
            {
                return report with { FirstMismatch = beside };
            }

            RowVerification rows = null!;
            return await show("Read model", size, progress => (rows = new(ledger, progress)).RunAsync(cancellation)) is { } row
                ? report with
                {
                    FirstMismatch = row,
                }
                : await VerifyQuotesAsync(report with { Rows = rows.Rows }, rows, cancellation);
        }
        catch (UnreadableLedgerException unreadable)
        {
            return report with { FirstMismatch = unreadable.Wrong };
        }
    }

    private async Task<VerifyReport> VerifyQuotesAsync(VerifyReport report, RowVerification rows, CancellationToken cancellation)
    {
        var (altered, there) = await rows.ReadSnapshotsAsync(cancellation);
        if (altered is not null)
        {
            return report with { FirstMismatch = altered };
        }

        var (misquoted, found) = rows.CheckQuotes([.. there, .. texts]);
        return report with { FirstMismatch = misquoted, Quotes = misquoted is null ? found : null };
    }
}

/// <summary>Runs a part of a verification while showing its progress.</summary>
/// <param name="part">The name of the part.</param>
/// <param name="total">The number of events.</param>
/// <param name="verify">The part; it reports the number of events that are done.</param>
public delegate Task<Mismatch?> ShowPart(string part, long total, Func<IProgress<long>, Task<Mismatch?>> verify);
