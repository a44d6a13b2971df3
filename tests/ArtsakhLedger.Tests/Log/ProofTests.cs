using System.Text;
using System.Text.Json;
using Alba;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using TransparencyLog;
using Xunit;

namespace ArtsakhLedger.Tests.Log;

[OnEveryPostgres]
public sealed class ProofTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private readonly LogClient log = new(ledger);

    [Fact]
    public async Task A_stranger_leads_a_fact_to_a_signed_checkpoint_with_standard_tools()
    {
        var answer = JsonDocument.Parse(await ledger.GetAsync("/facts/artsakh-dissolved/proof")).RootElement;
        var receipt = answer.GetProperty("receipt");
        var (leaf, salt) = (receipt.GetProperty("leaf").GetString()!, receipt.GetProperty("salt").GetString()!);
        var said = JsonDocument.Parse(leaf).RootElement;

        SaltedDigest.Of(salt, answer.GetProperty("body").GetRawText()).ShouldBe(said.GetProperty("bodySha256").GetString());
        SaltedDigest.Of(salt, answer.GetProperty("author").GetRawText()).ShouldBe(said.GetProperty("authorSha256").GetString());
        var proof = TlogProof.Parse(receipt.GetProperty("proof").GetString()!);
        var key = await log.KeyAsync();
        var checkpoint = proof.Verify(Encoding.UTF8.GetBytes(leaf), key);
        checkpoint.Head.ShouldBe((await log.CheckpointAsync()).Head);
        proof.Index.ShouldBe(answer.GetProperty("position").GetInt64() - 1);
        said.GetProperty("position").GetInt64().ShouldBe(answer.GetProperty("position").GetInt64());
        said.GetProperty("stream").GetString().ShouldBe("artsakh/existence");
        said.GetProperty("type").GetString().ShouldBe("state-dissolved");
        answer.GetProperty("body").GetProperty("date").GetString().ShouldBe("2024-01-01");
    }

    [Fact]
    public async Task Whoever_asks_for_text_gets_the_tlog_proof_alone()
    {
        var json = JsonDocument.Parse(await ledger.GetAsync("/facts/artsakh-dissolved/proof")).RootElement;
        var answer = await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url("/facts/artsakh-dissolved/proof");
            scenario.WithRequestHeader("Accept", "text/plain");
            scenario.ContentTypeShouldBe("text/plain; charset=utf-8");
        });

        (await answer.ReadAsTextAsync()).ShouldBe(json.GetProperty("receipt").GetProperty("proof").GetString());
    }

    [Fact]
    public async Task Every_fact_of_the_record_is_proven()
    {
        var key = await log.KeyAsync();
        var proven = 0;
        await foreach (var fact in RecordedFacts.OfAsync(ledger.ConnectionString))
        {
            var receipt = JsonDocument.Parse(await ledger.GetAsync($"/facts/{fact}/proof")).RootElement.GetProperty("receipt");
            TlogProof
                .Parse(receipt.GetProperty("proof").GetString()!)
                .Verify(Encoding.UTF8.GetBytes(receipt.GetProperty("leaf").GetString()!), key);
            proven++;
        }

        proven.ShouldBeGreaterThan(60);
    }

    [Fact]
    public Task A_fact_that_the_ledger_does_not_have_has_no_proof() =>
        ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url("/facts/no-such-fact/proof");
            scenario.StatusCodeShouldBe(404);
        });
}
