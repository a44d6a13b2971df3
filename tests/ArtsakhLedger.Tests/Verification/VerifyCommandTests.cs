using System.Security.Cryptography;
using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using TransparencyLog;
using Xunit;

namespace ArtsakhLedger.Tests.Verification;

[OnEveryPostgres]
public sealed class VerifyCommandTests(TamperingFixture original, PostgresServer server) : IClassFixture<TamperingFixture>, IDisposable
{
    private static readonly byte[] Text = "The office in Yerevan was opened in 1995."u8.ToArray();

    private readonly string kept = Path.GetTempFileName();

    [Fact]
    public async Task A_ledger_that_fits_is_told_part_by_part()
    {
        var ledger = await original.CopyAsync();
        await File.WriteAllTextAsync(kept, original.KeptCheckpoint, TestContext.Current.CancellationToken);

        var (exitCode, output) = await LedgerVerb.RunAsync(ledger.ConnectionString, "verify", "--checkpoint", kept);

        exitCode.ShouldBe(0, output);
        output.ShouldContain($"{original.Size} events match their leaves");
        output.ShouldContain($"{kept} holds: the first {original.Size} entries");
        output.ShouldContain($"{original.Size} rows of the read model match the events.");
        output.ShouldContain("Quotes: 0 exact, 182 of excerpts, 356 not checked: no snapshot.");
    }

    [Fact]
    public async Task A_wrong_quote_is_a_mismatch_as_long_as_its_fact_stands_and_counted_once_it_is_corrected()
    {
        await using var ledger = new LedgerFixture(server);
        await ledger.InitializeAsync();
        var token = Tokens.OfEditor;
        await ledger.Host.RecordAsync(
            "/sources",
            $$"""{ "id": "gazette", "csl": { "type": "book", "title": "Gazette" }, "snapshots": [{ "sha256": "{{Convert.ToHexStringLower(SHA256.HashData(Text))}}", "length": {{Text.Length}} }], "reason": "a test" }""",
            token
        );
        await ledger.Host.RecordAsync(
            "/facts",
            """{ "id": "an-office", "type": "office-opened", "polity": "artsakh", "city": "yerevan", "citations": [{ "source": "gazette", "quote": "was opened", "start": 0, "end": 10 }] }""",
            token
        );
        using (var archived = await ledger.Host.SendAsync("/sources/gazette/snapshots", Text, token, ("Content-Type", "text/plain")))
        {
            archived.IsSuccessStatusCode.ShouldBeTrue();
        }

        var standing = await LedgerVerb.RunAsync(ledger.ConnectionString, "verify");
        standing.ExitCode.ShouldBe(1, standing.Output);
        standing.Output.ShouldContain("(an-office): a quote is not in its source");

        await ledger.Host.ChangeAsync(
            "an-office",
            "corrections",
            """{ "reason": "misquoted", "content": { "city": "yerevan", "citations": [{ "source": "gazette", "quote": "was opened" }] } }"""
        );
        var corrected = await LedgerVerb.RunAsync(ledger.ConnectionString, "verify");
        corrected.ExitCode.ShouldBe(0, corrected.Output);
        corrected.Output.ShouldContain(
            "Quotes: 1 exact, 182 of excerpts, 1 wrong, in facts corrected or retracted since, 356 not checked: no snapshot."
        );
    }

    [Fact]
    public async Task What_does_not_fit_is_named_and_the_exit_code_is_1()
    {
        var ledger = await original.CopyAsync();
        await ledger.TamperAsync(
            "update ledger.mt_events set data = jsonb_set(data, '{note}', '\"x\"') where id = (select event_id from ledger.positions where fact = 'artsakh-dissolved')"
        );

        var (exitCode, output) = await LedgerVerb.RunAsync(ledger.ConnectionString, "verify");

        exitCode.ShouldBe(1);
        output.ShouldContain("(artsakh-dissolved): what its event says is not what was recorded");
    }

    [Fact]
    public async Task A_checkpoint_that_the_log_has_not_signed_is_refused()
    {
        var ledger = await original.CopyAsync();
        using var stranger = SigningKey.Create("stranger.example");
        await File.WriteAllTextAsync(
            kept,
            new Checkpoint("stranger.example", new(1, MerkleHash.EmptyTree)).Sign(stranger).ToString(),
            TestContext.Current.CancellationToken
        );

        var (exitCode, output) = await LedgerVerb.RunAsync(ledger.ConnectionString, "verify", "--checkpoint", kept);

        exitCode.ShouldBe(1);
        output.ShouldContain("None of the known keys has signed this note.");
    }

    public void Dispose() => File.Delete(kept);
}
