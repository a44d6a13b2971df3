using ArtsakhLedger.Database;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Log;
using ArtsakhLedger.Serving;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Telemetry;
using ArtsakhLedger.Verification;
using JasperFx.CommandLine;

namespace ArtsakhLedger.CommandLine;

public sealed class VerifyInput
{
    [Description("An exported bundle (export --bundle FILE) to verify instead of the database; none is needed")]
    public string? Bundle { get; set; }

    [Description(
        "A checkpoint, or a receipt's tlog-proof, kept outside the ledger, in a file or on standard input (-); the ledger must still contain what it covers"
    )]
    public string? CheckpointFlag { get; set; }

    [Description("Also check quotes against the text of their source in this file, besides the stored texts")]
    public string? SnapshotFlag { get; set; }

    [Description("Print what was found as JSON")]
    public bool JsonFlag { get; set; }
}

/// <summary>Verifies a ledger against its log, in its database or in a bundle; exit code 1 if something does not match.</summary>
[Description(
    "Check every event against its leaf, the log's tree, a kept checkpoint, the read model and the sources' texts",
    Name = "verify"
)]
public sealed class VerifyCommand : LedgerCommand<VerifyInput>
{
    public VerifyCommand(CommandContext context)
        : base(context)
    {
        Usage("Verify the ledger in its database").NoArguments();
        Usage("Verify a bundle, offline").Arguments(input => input.Bundle!);
    }

    protected override async Task<bool> RunAsync(VerifyInput input, CancellationToken cancellation)
    {
        IReadOnlyList<SnapshotText> texts = input.SnapshotFlag is { } snapshot ? [Snapshot(snapshot)] : [];
        if (input.Bundle is { } file)
        {
            var bundle = Bundle.Open(file);
            return await VerifyAsync(bundle, [bundle.Checkpoint, .. Kept(input, bundle.Log)], texts, input, cancellation);
        }

        await using var place = await FindLedgerAsync(cancellation);
        await Migration.ApplyAsync(place.Database, cancellation);
        var log = await IdentityAsync(place.Database, cancellation);
        await using var ledger = await FrozenLedger.OpenAsync(place.Database, cancellation);
        return await VerifyAsync(ledger, Kept(input, log), texts, input, cancellation);
    }

    /// <summary>Who the log is; null where that cannot be read, which the verification then says.</summary>
    private static async Task<LogIdentity?> IdentityAsync(LedgerDatabase database, CancellationToken cancellation)
    {
        try
        {
            return await LogIdentity.ReadAsync(database.Service, cancellation);
        }
        catch (LogKeyException)
        {
            return null;
        }
    }

    private static IReadOnlyList<KeptCheckpoint> Kept(VerifyInput input, LogIdentity? log) =>
        input.CheckpointFlag is { } file ? [KeptCheckpoint.Read(file, log)] : [];

    private static SnapshotText Snapshot(string file) =>
        SnapshotText.Read(file, out var problem)
        ?? throw new RequestProblem(
            StatusCodes.Status400BadRequest,
            "unusable-snapshot",
            "The snapshot cannot be used.",
            $"{file}: {problem}"
        );

    private async Task<bool> VerifyAsync(
        IStoredLedger ledger,
        IReadOnlyList<KeptCheckpoint> kept,
        IReadOnlyList<SnapshotText> texts,
        VerifyInput input,
        CancellationToken cancellation
    )
    {
        var report = await new LedgerVerification(ledger, kept, texts).RunAsync(
            input.JsonFlag ? NullProgressDisplay.Instance : new ProgressBars(Console),
            cancellation
        );
        if (input.JsonFlag)
        {
            PrintJson(report);
        }
        else
        {
            Print(report);
        }

        return report.Fits;
    }

    private void Print(VerifyReport report)
    {
        if (report.Size is { } size)
        {
            Output.WriteLine($"{size} events match their leaves, and the leaves match the tree. Root: {report.Root}");
        }

        foreach (var checkpoint in report.Checkpoints ?? [])
        {
            Output.WriteLine($"{checkpoint.Name} holds: the first {checkpoint.Size} entries are unchanged.");
        }

        if (report.Rows is { } rows)
        {
            Output.WriteLine($"{rows} rows of the read model match the events.");
        }

        if (report.Quotes is { } quotes)
        {
            Output.WriteLine(
                $"Quotes: {quotes.Exact} exact, {quotes.OfExcerpts} of excerpts"
                    + (quotes.WrongButSuperseded == 0 ? "" : $", {quotes.WrongButSuperseded} wrong, in facts corrected or retracted since")
                    + (quotes.NotChecked == 0 ? "." : $", {quotes.NotChecked} not checked: no snapshot.")
            );
        }

        if (report.FirstMismatch is { } wrong)
        {
            Error.WriteLine(wrong);
        }
    }
}
