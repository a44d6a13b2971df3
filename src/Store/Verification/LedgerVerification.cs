using ArtsakhLedger.Sources;
using ArtsakhLedger.Telemetry;

namespace ArtsakhLedger.Verification;

/// <summary>Verifies a ledger: events, leaves and tree first, then what is derived from the events, then the quotes. It stops at the first
/// mismatch.</summary>
public sealed class LedgerVerification(IStoredLedger ledger, IReadOnlyList<KeptCheckpoint> kept, IReadOnlyList<SnapshotText> texts)
{
    /// <summary>Verifies the ledger.</summary>
    /// <param name="display">Shows how many events are verified.</param>
    /// <param name="cancellation">Cancels the verification.</param>
    public async Task<VerifyReport> RunAsync(IProgressDisplay display, CancellationToken cancellation)
    {
        var report = new VerifyReport();
        try
        {
            var size = await ledger.SizeAsync(cancellation);
            LogVerification log = null!;
            if (
                await display.RunAsync(
                    $"Events, leaves and tree, {size} events",
                    size,
                    progress => (log = new(ledger, kept, progress)).RunAsync(cancellation)
                ) is
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
            return
                await display.RunAsync(
                    $"Read model, {size} events",
                    size,
                    progress => (rows = new(ledger, progress)).RunAsync(cancellation)
                )
                    is { } row
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
