using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Sources;

[OnEveryPostgres]
public sealed class CorrectSourceTests(LedgerFixture ledger) : IClassFixture<LedgerFixture>
{
    private const string Correction =
        """{ "reason": "the title was misread", "content": { "csl": { "title": "New Title" }, "excerptOnly": true, "reason": "test" } }""";

    [Fact]
    public async Task A_source_is_corrected_like_a_fact_and_earlier_answers_keep_its_title()
    {
        var before = (
            await ledger.Host.RecordAsync(
                "/sources",
                """{ "id": "mistitled", "csl": { "title": "Old Title" }, "excerptOnly": true, "reason": "test" }""",
                Tokens.OfContributor
            )
        )["position"]!;
        var corrected = await ledger.Host.RecordAsync(
            "/sources/mistitled/corrections",
            Correction,
            Tokens.OfEditor,
            ("If-Match", await ledger.Host.TagAsync("/facts/source-mistitled"))
        );
        corrected["fact"]!["href"]!.ToString().ShouldBe("/facts/source-mistitled");
        (await ledger.Host.QueryAsync("/sources/mistitled"))["title"]!.ToString().ShouldBe("New Title");
        (await ledger.Host.QueryAsync($"/sources/mistitled?known-at={before}"))["title"]!.ToString().ShouldBe("Old Title");
        (await ledger.Host.QueryAsync("/facts/source-mistitled/history"))["items"]!
            .AsArray()
            .Select(version => version!["type"]!.ToString())
            .ShouldBe(["source-archived", "fact-corrected"]);
    }

    [Fact]
    public async Task A_correction_of_a_source_or_an_entity_names_the_version_that_it_corrects()
    {
        await ledger.Host.RecordAsync(
            "/sources",
            """{ "id": "contested", "csl": { "title": "Title" }, "excerptOnly": true, "reason": "test" }""",
            Tokens.OfContributor
        );
        await ledger.Host.RefuseAsync(428, "version-missing", "/sources/contested/corrections", Correction, Tokens.OfEditor);
        await ledger.Host.RefuseAsync(
            412,
            "version-outdated",
            "/sources/contested/corrections",
            Correction,
            Tokens.OfEditor,
            ("If-Match", "\"another\"")
        );
        await ledger.Host.RefuseAsync(
            428,
            "version-missing",
            "/entities/armenia/corrections",
            """{ "reason": "x", "content": { "kind": "polity", "names": [{ "text": "A", "language": "en" }], "reason": "x" } }""",
            Tokens.OfEditor
        );
    }

    [Theory]
    [InlineData("/sources", """{ "id": "unreasoned", "csl": { "title": "Title" }, "excerptOnly": true }""")]
    [InlineData("/entities", """{ "id": "unreasoned", "kind": "person", "names": [{ "text": "A", "language": "en" }] }""")]
    public async Task What_needs_no_citation_needs_a_reason(string address, string body) =>
        (await ledger.Host.RefuseAsync(422, "invalid-content", address, body, Tokens.OfContributor))["errors"]!
            .AsArray()
            .Select(error => error!["message"]!.ToString())
            .ShouldContain(message => message.Contains("'reason' is missing"));
}
