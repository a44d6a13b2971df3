using ArtsakhLedger.Tests.Running;
using Shouldly;
using TransparencyLog;
using Xunit;

namespace ArtsakhLedger.Tests.Verification;

public sealed class VerifyCommandTests(TamperingFixture original) : IClassFixture<TamperingFixture>, IDisposable
{
    private readonly string kept = Path.GetTempFileName();

    [Fact]
    public async Task A_ledger_that_fits_is_told_part_by_part()
    {
        var ledger = await original.CopyAsync();
        await File.WriteAllTextAsync(kept, original.KeptCheckpoint, TestContext.Current.CancellationToken);

        var (exitCode, output) = await LedgerProgram.RunAsync(ledger.ConnectionString, "verify", "--checkpoint", kept);

        exitCode.ShouldBe(0, output);
        output.ShouldContain($"{original.Size} events fit their leaves");
        output.ShouldContain($"{kept} holds: the first {original.Size} entries");
        output.ShouldContain($"{original.Size} rows of the read model are what the events give.");
        output.ShouldContain("not checked: no snapshot");
    }

    [Fact]
    public async Task What_does_not_fit_is_named_and_the_exit_code_is_1()
    {
        var ledger = await original.CopyAsync();
        await ledger.TamperAsync("update ledger.mt_events set data = jsonb_set(data, '{note}', '\"x\"') where id = (select event_id from ledger.positions where fact = 'artsakh-dissolved')");

        var (exitCode, output) = await LedgerProgram.RunAsync(ledger.ConnectionString, "verify");

        exitCode.ShouldBe(1);
        output.ShouldContain("(artsakh-dissolved): what its event says is not what was recorded");
    }

    [Fact]
    public async Task A_checkpoint_that_the_log_has_not_signed_is_refused()
    {
        var ledger = await original.CopyAsync();
        using var stranger = SigningKey.Create("stranger.example");
        await File.WriteAllTextAsync(kept, new Checkpoint("stranger.example", new(1, MerkleHash.OfEmptyTree)).Sign(stranger).ToString(), TestContext.Current.CancellationToken);

        var (exitCode, output) = await LedgerProgram.RunAsync(ledger.ConnectionString, "verify", "--checkpoint", kept);

        exitCode.ShouldBe(1);
        output.ShouldContain("None of the known keys has signed this note.");
    }

    public void Dispose() => File.Delete(kept);
}
