using System.Text;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Recording;

/// <summary>What cannot be recorded is refused with a problem that says what to send, and the ledger stays as it was.</summary>
[OnEveryPostgres]
public sealed class BadRequestTests(LedgerFixture ledger) : IClassFixture<LedgerFixture>
{
    private const string Article = "wikipedia-foreign-relations-of-artsakh";
    private const string Cited = $$"""[{ "source": "{{Article}}", "quote": "recognized each other", "start": 0, "end": 21 }]""";

    public static TheoryData<string, string, string> Facts =>
        new()
        {
            { "/type", "'type' is missing", """{ "polity": "artsakh" }""" },
            { "/type", "no type of fact 'office-open'", """{ "type": "office-open" }""" },
            { "/type", "POST /facts/{id}/retractions", """{ "type": "fact-retracted", "fact": "artsakh-dissolved", "reason": "x" }""" },
            { "/type", "POST /entities", """{ "type": "entity-described", "id": "atlantis" }""" },
            { "", "'person' is missing", $$"""{ "type": "minister-appointed", "polity": "artsakh", "citations": {{Cited}} }""" },
            {
                "/city",
                "the place of the office is missing; write its city, or what it was a mission to, or its host",
                $$"""{ "type": "office-opened", "polity": "artsakh", "citations": {{Cited}} }"""
            },
            {
                "/cty",
                "no field 'cty'",
                $$"""{ "type": "office-opened", "polity": "artsakh", "cty": "yerevan", "city": "yerevan", "citations": {{Cited}} }"""
            },
            { "/city", "an entity's id", $$"""{ "type": "office-opened", "polity": "artsakh", "city": 7, "citations": {{Cited}} }""" },
            {
                "/city",
                "'atlantis' is not described",
                $$"""{ "type": "office-opened", "polity": "artsakh", "city": "atlantis", "citations": {{Cited}} }"""
            },
            {
                "/city",
                "'artsakh' is described as polity, but municipality is expected here",
                $$"""{ "type": "office-opened", "polity": "artsakh", "city": "artsakh", "citations": {{Cited}} }"""
            },
            {
                "/polity",
                "'sergey-ghazaryan' is described as person, but polity is expected here",
                $$"""{ "type": "office-opened", "polity": "sergey-ghazaryan", "city": "yerevan", "citations": {{Cited}} }"""
            },
            {
                "/city/mayBe/0",
                "is described as polity",
                $$"""{ "type": "office-opened", "polity": "artsakh", "city": { "unnamed": "a town", "mayBe": ["armenia"] }, "citations": {{Cited}} }"""
            },
            {
                "/chamber",
                "but chamber or legislature is expected here",
                $$"""{ "type": "recognition-passed", "polity": "artsakh", "actor": "armenia", "level": "state", "chamber": "yerevan", "citations": {{Cited}} }"""
            },
            { "/polity", "'polity' is missing", $$"""{ "type": "office-opened", "city": "yerevan", "citations": {{Cited}} }""" },
            {
                "/polity",
                "'atlantis' is not described",
                $$"""{ "type": "office-opened", "polity": "atlantis", "city": "yerevan", "citations": {{Cited}} }"""
            },
            {
                "/date",
                "EDTF",
                $$"""{ "type": "office-opened", "polity": "artsakh", "city": "yerevan", "date": "May 2012", "citations": {{Cited}} }"""
            },
            {
                "/date",
                "EDTF",
                $$"""{ "type": "office-opened", "polity": "artsakh", "city": "yerevan", "date": 2012, "citations": {{Cited}} }"""
            },
            {
                "/term",
                "a whole number",
                $$"""{ "type": "office-opened", "polity": "artsakh", "city": "yerevan", "term": "2", "citations": {{Cited}} }"""
            },
            {
                "/inferred",
                "true or false",
                $$"""{ "type": "office-opened", "polity": "artsakh", "city": "yerevan", "inferred": "true", "citations": {{Cited}} }"""
            },
            {
                "/note",
                "10001 characters",
                $$"""{ "type": "office-opened", "polity": "artsakh", "city": "yerevan", "note": "{{new string('x', 10_001)}}", "citations": {{Cited}} }"""
            },
            {
                "/note",
                "U+0000",
                """{ "type": "office-opened", "polity": "artsakh", "city": "yerevan", "note": "a\u0000b", "citations": [] }"""
            },
            {
                "/note",
                "half a surrogate pair",
                """{ "type": "office-opened", "polity": "artsakh", "city": "yerevan", "note": "a\ud800b", "citations": [] }"""
            },
            {
                "/id",
                "is not a valid id",
                $$"""{ "id": "No Slug", "type": "office-opened", "polity": "artsakh", "city": "yerevan", "citations": {{Cited}} }"""
            },
            { "", "no citation", """{ "type": "office-opened", "polity": "artsakh", "city": "yerevan" }""" },
            {
                "/citations",
                "a list is expected",
                """{ "type": "office-opened", "polity": "artsakh", "city": "yerevan", "citations": "him" }"""
            },
            {
                "/citations/0",
                "'source' is missing",
                """{ "type": "office-opened", "polity": "artsakh", "city": "yerevan", "citations": [{ "quote": "x" }] }"""
            },
            {
                "/citations/0/source",
                "is not archived",
                """{ "type": "office-opened", "polity": "artsakh", "city": "yerevan", "citations": [{ "source": "nowhere", "quote": "x" }] }"""
            },
            {
                "/citations/0/quote",
                "0 words",
                $$"""{ "type": "office-opened", "polity": "artsakh", "city": "yerevan", "citations": [{ "source": "{{Article}}", "quote": " ", "start": 0, "end": 1 }] }"""
            },
            {
                "/citations/0/quote",
                "31 words",
                $$"""{ "type": "office-opened", "polity": "artsakh", "city": "yerevan", "citations": [{ "source": "{{Article}}", "quote": "{{string.Join(' ', Enumerable.Repeat("x", 31))}}", "start": 0, "end": 61 }] }"""
            },
        };

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task A_fact_that_cannot_be_recorded_is_refused_with_the_place_of_what_is_wrong(string pointer, string message, string body)
    {
        var before = await ledger.Host.HeadAsync();

        var problem = await ledger.Host.RefuseAsync(422, "invalid-content", "/facts", body, Tokens.OfContributor);

        problem["errors"]!
            .AsArray()
            .ShouldContain(
                error => error!["pointer"]!.ToString() == pointer && error["message"]!.ToString().Contains(message),
                problem["errors"]!.ToJsonString()
            );
        (await ledger.Host.HeadAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData(
        """{ "id": "No Slug", "type": "office-opened", "polity": "atlantis", "date": "soon", "cty": "x" }""",
        "/id",
        "/polity",
        "/date",
        "/cty",
        "/city",
        ""
    )]
    [InlineData(
        """{ "id": "No Slug", "type": "minister-left", "polity": "atlantis", "date": "soon", "prson": "x" }""",
        "/date",
        "/prson",
        ""
    )]
    public async Task Everything_that_is_wrong_is_told_at_once(string body, params string[] pointers)
    {
        var problem = await ledger.Host.RefuseAsync(422, "invalid-content", "/facts", body, Tokens.OfContributor);

        problem["errors"]!.AsArray().Select(error => error!["pointer"]!.ToString()).ShouldBe(pointers, ignoreOrder: true);
    }

    public static TheoryData<string, int, string> Bodies =>
        new()
        {
            { "", 400, "malformed-body" },
            { "{", 400, "malformed-body" },
            { "[]", 400, "malformed-body" },
            { "null", 400, "malformed-body" },
            { """{ "type": "a", "type": "b" }""", 400, "malformed-body" },
            { "{} {}", 400, "malformed-body" },
            { string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100), 400, "malformed-body" },
        };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_no_JSON_object_is_refused(string body, int status, string type)
    {
        var before = await ledger.Host.HeadAsync();
        await ledger.Host.RefuseAsync(status, type, "/facts", body, Tokens.OfContributor);
        await ledger.Host.RefuseAsync(status, type, "/facts/artsakh-dissolved/denials", body, Tokens.OfContributor);
        (await ledger.Host.HeadAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_body_that_is_not_UTF_8_or_of_another_media_type_is_refused()
    {
        using var latin = await ledger.Host.SendAsync("/facts", Encoding.Latin1.GetBytes("""{ "type": "é" }"""), Tokens.OfContributor);
        await latin.ShouldBeProblemAsync(400, "malformed-body");
        await ledger.Host.RefuseAsync(415, "not-json", "/facts", "{}", Tokens.OfContributor, ("Content-Type", "text/plain"));
    }

    public static TheoryData<string, int, string, string> Changes =>
        new()
        {
            { "/facts/nothing-here/denials", 404, "unknown-fact", """{ "citations": [] }""" },
            { "/entities/nobody/corrections", 404, "unknown-entity", """{ "reason": "x", "content": {} }""" },
            { "/facts/artsakh-dissolved/retractions", 428, "version-missing", """{ "reason": "x" }""" },
            { "/facts/artsakh-dissolved/corrections", 428, "version-missing", "{}" },
            { "/facts/artsakh-dissolved/reinstatements", 428, "version-missing", """{ "reason": "x" }""" },
            {
                "/preferences",
                422,
                "invalid-content",
                """{ "claim": "artsakh/office/nowhere@x", "over": ["y"], "reason": "x", "citations": [] }"""
            },
            { "/preferences", 422, "invalid-content", """{ "claim": 5 }""" },
            {
                "/entities",
                409,
                "id-taken",
                """{ "id": "artsakh", "kind": "polity", "names": [{ "text": "A", "language": "en" }], "reason": "x" }"""
            },
            { "/entities", 422, "invalid-content", """{ "id": "a b", "kind": "polity", "names": [], "reason": " " }""" },
            { "/sources", 422, "invalid-content", """{ "id": "s", "csl": {}, "reason": "x" }""" },
            {
                "/sources",
                422,
                "invalid-content",
                """{ "id": "s", "csl": { "title": "t" }, "snapshots": [{ "sha256": "abc", "length": 0 }], "reason": "x" }"""
            },
            { "/facts/artsakh-dissolved/identifications", 422, "invalid-content", """{ "same": "artsakh-dissolved", "reason": "x" }""" },
            { "/facts/artsakh-dissolved/identifications", 422, "invalid-content", """{ "same": "nothing-here", "reason": "x" }""" },
            { "/facts/artsakh-dissolved/identifications", 422, "invalid-content", """{ "same": "yerevan-office", "reason": "x" }""" },
            { "/facts/artsakh-dissolved/identifications", 422, "invalid-content", """{ "reason": "x" }""" },
            { $"/sources/{Article}/assessments", 422, "invalid-content", """{ "standing": "copy", "reason": "x" }""" },
            {
                $"/sources/{Article}/assessments",
                422,
                "invalid-content",
                $$"""{ "standing": "copy", "copyOf": "{{Article}}", "reason": "x" }"""
            },
            { $"/sources/{Article}/assessments", 422, "invalid-content", """{ "standing": "noted", "copyOf": "x", "reason": "x" }""" },
            { $"/sources/{Article}/assessments", 422, "invalid-content", """{ "standing": "noted", "reason": " " }""" },
            { $"/sources/{Article}/assessments", 422, "invalid-content", """{ "standing": "doubtful", "reason": "x" }""" },
            { "/sources/nothing-here/assessments", 404, "unknown-source", """{ "standing": "noted", "reason": "x" }""" },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_that_cannot_be_made_is_refused(string address, int status, string type, string body)
    {
        var before = await ledger.Host.HeadAsync();
        await ledger.Host.RefuseAsync(status, type, address, body, Tokens.OfEditor);
        (await ledger.Host.HeadAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task An_editors_slips_are_named_each_with_its_place()
    {
        var tag = ("If-Match", await ledger.Host.TagAsync("/facts/artsakh-dissolved"));

        (await Errors("retractions", """{ "reason": " " }""")).ShouldBe(["/reason"]);
        (await Errors("retractions", "{}")).ShouldBe([""]);
        (await Errors("corrections", """{ "reason": "x" }""")).ShouldBe([""]);
        (
            await Errors(
                "corrections",
                """{ "reason": "x", "content": { "type": "office-opened", "city": "atlantis", "citations": [] } }"""
            )
        ).ShouldBe(["/content", "/content/city"], ignoreOrder: true);
        (await Errors("corrections", """{ "reason": "x", "content": { "id": "another", "date": "2024", "citations": [] } }""")).ShouldBe(
            ["/content/id", "/content"],
            ignoreOrder: true
        );
        (
            await Errors(
                "corrections",
                """{ "reason": "x", "content": { "type": "entity-described", "entity": "x", "kind": "person", "names": [], "reason": "x" } }"""
            )
        ).ShouldContain("/content/type");

        async Task<List<string>> Errors(string change, string body) =>
            [
                .. (
                    await ledger.Host.RefuseAsync(422, "invalid-content", $"/facts/artsakh-dissolved/{change}", body, Tokens.OfEditor, tag)
                )["errors"]!
                    .AsArray()
                    .Select(error => error!["pointer"]!.ToString()),
            ];
    }
}
