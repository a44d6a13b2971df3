using ArtsakhLedger.CommandLine;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Log;
using ArtsakhLedger.Serving;
using ArtsakhLedger.Sources;
using JasperFx.CommandLine;
using TransparencyLog;

namespace ArtsakhLedger.Verification;

public sealed class VerifyInput
{
    [Description("A checkpoint or a receipt's tlog-proof that was kept outside of the ledger: its history must be this one's")]
    public string? CheckpointFlag { get; set; }

    [Description("Check quotes against the text of their source in this file too, beside the texts that the ledger keeps")]
    public string? SnapshotFlag { get; set; }
}

/// <summary>Verifies the ledger against its log; exit code 1 where something does not fit.</summary>
[Description("Re-read every event and hold it against its leaf, the log's tree, a kept checkpoint, the read model and the sources' texts", Name = "verify")]
public sealed class VerifyCommand : LedgerCommand<VerifyInput>
{
    protected override async Task<bool> RunAsync(VerifyInput input)
    {
        await using var place = await LedgerPlace.FindAsync(null, CancellationToken.None);
        await Migration.ApplyAsync(place.Database, CancellationToken.None);
        var log = await LogIdentity.ReadAsync(place.Database.Service, CancellationToken.None);
        IReadOnlyList<KeptCheckpoint> kept = input.CheckpointFlag is { } file ? [KeptCheckpoint.Read(file, log)] : [];
        IReadOnlyList<SnapshotText> texts = input.SnapshotFlag is { } snapshot ? [Snapshot(snapshot)] : [];
        await using var ledger = await FrozenLedger.OpenAsync(place.Database, CancellationToken.None);
        var size = await SizeAsync(ledger);
        return await VerifyLogAsync(ledger, kept, size) && await VerifyRowsAsync(ledger, texts, size);
    }

    private static SnapshotText Snapshot(string file) =>
        SnapshotText.Read(file, out var problem) ?? throw new RequestProblem(StatusCodes.Status400BadRequest, "unusable-snapshot", "The snapshot cannot be used.", $"{file}: {problem}");

    private static async Task<long> SizeAsync(FrozenLedger ledger)
    {
        await using var command = (await ledger.ConnectAsync(CancellationToken.None)).CreateCommand();
        command.CommandText = "select coalesce(max(position), 0) from ledger.positions";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<bool> VerifyLogAsync(FrozenLedger ledger, IReadOnlyList<KeptCheckpoint> kept, long size)
    {
        var head = default(TreeHead);
        if (await VerifyProgress.ShowAsync("Events, leaves and tree", size, async progress =>
            {
                var verification = new LogVerification(ledger, kept, progress);
                var wrong = await verification.RunAsync(CancellationToken.None);
                head = verification.Head;
                return wrong;
            }) is { } wrong)
        {
            return Tell(wrong);
        }

        Console.WriteLine($"{head.Size} events fit their leaves, and the leaves the tree. Root: {head.Root.ToBase64()}");
        foreach (var checkpoint in kept)
        {
            Console.WriteLine($"{checkpoint.Name} holds: the first {checkpoint.Head.Size} entries are those that it was of.");
        }

        return true;
    }

    private static async Task<bool> VerifyRowsAsync(FrozenLedger ledger, IReadOnlyList<SnapshotText> texts, long size)
    {
        RowVerification verification = null!;
        if (await VerifyProgress.ShowAsync("Read model", size, progress => (verification = new(ledger, progress)).RunAsync(CancellationToken.None)) is { } wrong)
        {
            return Tell(wrong);
        }

        var (altered, kept) = await verification.ReadSnapshotsAsync(CancellationToken.None);
        if (altered is not null)
        {
            return Tell(altered);
        }

        var (misquoted, exact, notChecked) = verification.CheckQuotes([.. kept, .. texts]);
        if (misquoted is not null)
        {
            return Tell(misquoted);
        }

        Console.WriteLine($"{verification.Rows} rows of the read model are what the events give.");
        Console.WriteLine($"Quotes: {exact} exact{(notChecked == 0 ? "" : $", {notChecked} not checked: no snapshot")}.");
        return true;
    }

    private static bool Tell(Mismatch wrong)
    {
        Console.Error.WriteLine(wrong);
        return false;
    }
}
