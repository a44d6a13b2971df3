using System.Text;
using System.Text.Json.Nodes;
using ArtsakhLedger.Tests.Log;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using TransparencyLog;
using Xunit;

namespace ArtsakhLedger.Tests.Recording;

/// <summary>Every address that records does so alike: position, receipt, the same answer to the same request again, a history.</summary>
[OnEveryPostgres]
public sealed class EveryWriteTests(LedgerFixture ledger) : IClassFixture<LedgerFixture>
{
    private const string Cited = """[{ "source": "every-gazette", "quote": "words" }]""";

    // A text comes without a key: the same text again changes nothing (ArchiveSnapshotTests).
    private const string OfTexts = "/sources/{id}/snapshots";

    // A form is made into what is sent to /facts (SendingFormsTests).
    private const string OfForms = "/contribute";

    // What is recorded already is left out of a sheet (RecordingSheetsTests).
    private const string OfSheets = "/contribute/sheet";

    private static readonly (string Path, string Address, string Body)[] Writes =
    [
        (
            "/entities",
            "/entities",
            """{ "id": "everytown", "kind": "municipality", "names": [{ "text": "Everytown", "language": "en" }], "reason": "test" }"""
        ),
        ("/sources", "/sources", """{ "id": "every-gazette", "csl": { "title": "Gazette" }, "excerptOnly": true, "reason": "test" }"""),
        (
            "/facts",
            "/facts",
            $$"""{ "id": "every-office", "type": "office-opened", "polity": "artsakh", "city": "everytown", "date": "2012", "citations": {{Cited}} }"""
        ),
        (
            "/facts/{id}/corroborations",
            "/facts/every-office/corroborations",
            """{ "date": "2013", "citations": [{ "source": "asbarez-2014-california-assembly", "quote": "words" }] }"""
        ),
        ("/facts/{id}/denials", "/facts/every-office/denials", $$"""{ "denies": "end", "citations": {{Cited}} }"""),
        (
            "/preferences",
            "/preferences",
            $$"""{ "claim": "artsakh/office/everytown@every-gazette", "over": ["artsakh/office/everytown@asbarez-2014-california-assembly"], "reason": "test", "citations": {{Cited}} }"""
        ),
        (
            "/facts/{id}/corrections",
            "/facts/every-office/corrections",
            $$"""{ "reason": "test", "content": { "city": "everytown", "date": "2012-05", "citations": {{Cited}} } }"""
        ),
        (
            "/facts",
            "/facts",
            $$"""{ "id": "every-office-again", "type": "office-opened", "polity": "artsakh", "city": "everytown", "date": "2012", "citations": [{ "source": "asbarez-2014-california-assembly", "quote": "words" }] }"""
        ),
        ("/facts/{id}/identifications", "/facts/every-office/identifications", """{ "same": "every-office-again", "reason": "test" }"""),
        ("/sources/{id}/assessments", "/sources/every-gazette/assessments", """{ "standing": "noted", "reason": "test" }"""),
        ("/facts/{id}/retractions", "/facts/every-office/retractions", """{ "reason": "test" }"""),
        ("/facts/{id}/reinstatements", "/facts/every-office/reinstatements", """{ "reason": "test" }"""),
        (
            "/entities/{id}/corrections",
            "/entities/everytown/corrections",
            """{ "reason": "test", "content": { "kind": "municipality", "names": [{ "text": "Every Town", "language": "en" }], "reason": "test" } }"""
        ),
        (
            "/sources/{id}/corrections",
            "/sources/every-gazette/corrections",
            """{ "reason": "test", "content": { "csl": { "title": "The Gazette" }, "excerptOnly": true, "reason": "test" } }"""
        ),
        (
            "/batches",
            "/batches?batch=artsakh/0100-every",
            """{ "type": "entity-described", "id": "everyville", "kind": "municipality", "names": [{ "text": "Everyville", "language": "en" }], "reason": "test" }"""
        ),
    ];

    [Fact]
    public async Task Every_write_names_its_position_gives_a_receipt_is_recorded_once_and_can_be_followed_and_taken_back()
    {
        (await ledger.Host.QueryAsync("/openapi/v1.json"))["paths"]!
            .AsObject()
            .Where(path => path.Value!["post"] is not null)
            .Select(path => path.Key)
            .ShouldBe(Writes.Select(write => write.Path).Distinct().Append(OfTexts).Append(OfForms).Append(OfSheets), ignoreOrder: true);
        var key = await new LogClient(ledger).KeyAsync();
        var recorded = new List<string>();
        foreach (var (path, address, body) in Writes)
        {
            (string, string)[] headers =
            [
                ("Idempotency-Key", $"\"{path}-{recorded.Count}\""),
                ("If-Match", "*"),
                ("Content-Type", path == "/batches" ? "application/x-ndjson" : "application/json"),
            ];
            using var first = await ledger.Host.SendAsync(address, body, Tokens.OfEditor, headers);
            var text = await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            ((int)first.StatusCode).ShouldBe(201, $"{path}: {text}");
            var answer = JsonNode.Parse(text)!;
            var position = (answer["position"] ?? answer["last"])!.GetValue<long>();
            (await ledger.Host.HeadAsync()).ShouldBe(position, "a read that follows sees it");
            var (leaf, proof) = (answer["receipt"]!["leaf"]!.ToString(), TlogProof.Parse(answer["receipt"]!["proof"]!.ToString()));
            proof.Verify(Encoding.UTF8.GetBytes(leaf), key).Head.Size.ShouldBeGreaterThanOrEqualTo(position);
            JsonNode.Parse(leaf)!["position"]!.GetValue<long>().ShouldBe(position, path);
            recorded.Add((answer["id"] ?? answer["entries"]![0]!["id"])!.ToString());

            using var again = await ledger.Host.SendAsync(address, body, Tokens.OfEditor, headers);
            (await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(text, path);
            (await ledger.Host.HeadAsync()).ShouldBe(position, path);
        }

        foreach (var id in recorded)
        {
            (await ledger.Host.QueryAsync($"/facts/{id}"))["author"]!["name"]!.ToString().ShouldBe("Reading Room");
            (await ledger.Host.QueryAsync($"/facts/{id}/history"))["items"]!.AsArray().ShouldNotBeEmpty(id);
            using var taken = await ledger.Host.SendAsync(
                $"/facts/{id}/retractions?dry-run=true",
                """{ "reason": "test" }""",
                Tokens.OfEditor,
                ("If-Match", "*")
            );
            ((int)taken.StatusCode).ShouldBe(200, id);
        }
    }

    [Theory]
    [InlineData("/term", "9007199254740993")]
    [InlineData("/quantity/amount", "9007199254740993")]
    [InlineData("/quantity/amount", "-9007199254740993")]
    public async Task A_whole_number_that_JSON_does_not_hold_exactly_is_refused_at_the_door(string pointer, string number)
    {
        var body =
            pointer == "/term"
                ? $$"""{ "type": "office-opened", "polity": "artsakh", "city": "yerevan", "term": {{number}}, "citations": [] }"""
                : $$"""{ "type": "aid-sent", "polity": "artsakh", "quantity": { "amount": {{number}} }, "citations": [] }""";
        (await ledger.Host.RefuseAsync(422, "invalid-content", "/facts", body, Tokens.OfContributor))["errors"]!
            .AsArray()
            .Select(error => error!["pointer"]!.ToString())
            .ShouldContain(pointer);
    }
}
