using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Verification;

/// <summary>Verifies a ledger part by part: events, leaves and tree first, then what is derived from the events, then the quotes. It stops at the
/// first part that does not fit.</summary>
public sealed class LedgerVerification(IStoredLedger ledger, IReadOnlyList<KeptCheckpoint> kept, IReadOnlyList<SnapshotText> texts)
{
    /// <summary>Verifies all of it.</summary>
    /// <param name="show">Runs a part while showing how far it is; it is given the part's name and how many events there are.</param>
    /// <param name="cancellation">Gives up.</param>
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

/// <summary>Runs a part of a verification while showing how far it is.</summary>
/// <param name="part">Its name.</param>
/// <param name="total">How many events there are.</param>
/// <param name="verify">The part; it reports how many events are done.</param>
public delegate Task<Mismatch?> ShowPart(string part, long total, Func<IProgress<long>, Task<Mismatch?>> verify);
