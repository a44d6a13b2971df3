using System.Text;
using System.Text.Json;
using ArtsakhLedger.Database;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Tests.Running;
using Npgsql;
using Shouldly;
using TransparencyLog;
using Xunit;

namespace ArtsakhLedger.Tests.Sources;

[OnEveryPostgres]
public sealed class ArchiveSnapshotTests(ArchiveFixture archive) : IClassFixture<ArchiveFixture>
{
    [Fact]
    public async Task A_declared_text_is_kept_cut_into_passages_and_every_quote_held_against_it()
    {
        var (status, body) = await archive.BringAsync("declared", ArchiveFixture.DeclaredText);

        status.ShouldBe(201);
        body.GetProperty("sha256").GetString().ShouldBe(ArchiveFixture.Sha256Of(ArchiveFixture.DeclaredText));
        body.GetProperty("passages").GetInt32().ShouldBe(3);
        body.GetProperty("quotes").GetProperty("exact").GetInt32().ShouldBe(2);
        body.GetProperty("quotes").GetProperty("mismatches").GetArrayLength().ShouldBe(0);
        var passages = (await archive.QueryAsync("/sources/declared/passages")).GetProperty("items").EnumerateArray().ToList();
        passages
            .Select(passage =>
                string.Join(
                    ' ',
                    passage.GetProperty("citations").EnumerateArray().Select(citation => citation.GetProperty("fact").GetString())
                )
            )
            .ShouldBe(["/facts/proclaimed", "/facts/office", ""]);
        passages[2].GetProperty("uncovered").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_text_that_is_not_declared_becomes_a_further_snapshot_with_its_archivist_and_quotes_that_differ_are_told()
    {
        const string text = "We read that it was founded in 1991, a New state.";

        var (status, body) = await archive.BringAsync("textless", text, "?reason=typed%20from%20the%20print");
        var again = await archive.BringAsync("textless", text);

        status.ShouldBe(201);
        body.GetProperty("quotes").GetProperty("exact").GetInt32().ShouldBe(1);
        var mismatch = body.GetProperty("quotes").GetProperty("mismatches").EnumerateArray().ShouldHaveSingleItem();
        mismatch.GetProperty("fact").GetString().ShouldBe("/facts/proclaimed");
        mismatch.GetProperty("quote").GetString().ShouldBe("a new state");
        mismatch.GetProperty("detail").GetString()!.ShouldContain("copy the words exactly");

        var fact = await archive.QueryAsync(body.GetProperty("fact").GetString()!);
        fact.GetProperty("type").GetString().ShouldBe("snapshot-archived");
        fact.GetProperty("reason").GetString().ShouldBe("typed from the print");
        fact.GetProperty("author").GetProperty("subject").GetString().ShouldBe("reading-room");
        fact.GetProperty("position").GetInt64().ShouldBe(body.GetProperty("position").GetInt64());
        fact.GetProperty("recordedAt").GetDateTimeOffset().ShouldBe(body.GetProperty("recordedAt").GetDateTimeOffset());
        (await archive.QueryAsync("/sources/textless")).GetProperty("snapshots")[0].GetProperty("length").GetInt32().ShouldBe(text.Length);

        again.Status.ShouldBe(200);
        again.Body.TryGetProperty("fact", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_brings_a_text_gets_a_receipt_where_a_fact_is_recorded_of_it()
    {
        var key = VerifierKey.Parse((await archive.Host.Scenario(scenario => scenario.Get.Url("/log/vkey"))).ReadAsText().Trim());

        var (_, body) = await archive.BringAsync("sixth", "A text with a receipt.");

        var receipt = body.GetProperty("receipt");
        var leaf = receipt.GetProperty("leaf").GetString()!;
        TlogProof
            .Parse(receipt.GetProperty("proof").GetString()!)
            .Verify(Encoding.UTF8.GetBytes(leaf), key)
            .Head.Size.ShouldBeGreaterThanOrEqualTo(body.GetProperty("position").GetInt64());
        JsonDocument.Parse(leaf).RootElement.GetProperty("position").GetInt64().ShouldBe(body.GetProperty("position").GetInt64());
        (await archive.BringAsync("sixth", "A text with a receipt.")).Body.TryGetProperty("receipt", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Before_its_snapshot_was_archived_a_source_has_none()
    {
        var before = await archive.HeadAsync();

        await archive.BringAsync("second", "First text.");
        await archive.BringAsync("second", "Second text.");

        (await archive.QueryAsync($"/sources/second?known-at={before}")).GetProperty("snapshots").GetArrayLength().ShouldBe(0);
        var snapshots = (await archive.QueryAsync("/sources/second"))
            .GetProperty("snapshots")
            .EnumerateArray()
            .Select(snapshot => snapshot.GetProperty("sha256").GetString()!)
            .ToList();
        snapshots.ShouldBe([ArchiveFixture.Sha256Of("First text."), ArchiveFixture.Sha256Of("Second text.")]);
        (await archive.QueryAsync($"/sources/second/passages?snapshot={snapshots[0]}"))
            .GetProperty("items")[0]
            .GetProperty("length")
            .GetInt32()
            .ShouldBe(11);
        (await archive.QueryAsync("/sources/second/passages")).GetProperty("items")[0].GetProperty("length").GetInt32().ShouldBe(12);
    }

    [Fact]
    public async Task A_source_that_is_known_by_an_excerpt_lists_its_quotes_and_takes_no_text()
    {
        var quote = (await archive.QueryAsync("/sources/excerpt/passages")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        quote.GetProperty("citations")[0].GetProperty("quote").GetString().ShouldBe("an independent state");
        quote.TryGetProperty("start", out _).ShouldBeFalse();

        var (status, body) = await archive.BringAsync("excerpt", "an independent state");

        (status, body.GetProperty("type").GetString()).ShouldBe((409, "urn:ledger:problem:conflict"));
    }

    [Fact]
    public async Task A_quote_from_a_text_that_is_kept_gets_its_place_and_one_that_does_not_stand_there_is_refused()
    {
        await archive.BringAsync("third", "An office was opened in Paris in May. Another office was opened later.");
        string Fact(string quote) =>
            $$"""{ "type": "office-attested", "polity": "somewhere", "city": "paris", "citations": [{ "source": "third", "quote": "{{quote}}" }] }""";

        var (_, recorded) = await archive.RecordAsync(Fact("opened in Paris"));
        var citation = (await archive.QueryAsync(recorded.GetProperty("location").GetString()!)).GetProperty("citations")[0];
        (citation.GetProperty("start").GetInt32(), citation.GetProperty("end").GetInt32()).ShouldBe((14, 29));

        var head = await archive.HeadAsync();
        foreach (
            var (quote, message) in new[] { ("opened in Berlin", "copy the words exactly"), ("was opened", "more than once, at 10, 53") }
        )
        {
            var (status, problem) = await archive.RecordAsync(Fact(quote));
            status.ShouldBe(422);
            var error = problem.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
            error.GetProperty("pointer").GetString().ShouldBe("/citations/0/quote");
            error.GetProperty("message").GetString()!.ShouldContain(message);
        }

        (await archive.HeadAsync()).ShouldBe(head);
    }

    [Fact]
    public async Task Two_who_bring_the_same_text_at_once_record_it_once()
    {
        for (var text = 1; text <= 12; text++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => archive.BringAsync("fourth", $"Text number {text}.")));

            answers.Select(answer => answer.Status).Order().ShouldBe([200, 200, 200, 201]);
            (await archive.QueryAsync("/sources/fourth")).GetProperty("snapshots").GetArrayLength().ShouldBe(text);
        }
    }

    public static TheoryData<string, byte[], string, string, int, string> Refused =>
        new()
        {
            { "no-such-source", "A text."u8.ToArray(), "", "text/plain", 404, "unknown-source" },
            { "another-length", "Too short."u8.ToArray(), "", "text/plain", 409, "conflict" },
            { "fifth", [], "", "text/plain", 400, "malformed-body" },
            { "fifth", " –\n"u8.ToArray(), "", "text/plain", 400, "malformed-body" },
            { "fifth", [0x41, 0xFF, 0xFE], "", "text/plain", 400, "malformed-body" },
            { "fifth", [0x41, 0xED, 0xA0, 0x80], "", "text/plain", 400, "malformed-body" },
            { "fifth", "A\0text."u8.ToArray(), "", "text/plain", 400, "malformed-body" },
            { "fifth", new byte[SnapshotStore.LargestSnapshot + 1], "", "text/plain", 413, "body-too-large" },
            { "fifth", "A text."u8.ToArray(), "", "text/plain; charset=iso-8859-1", 415, "not-text" },
            { "fifth", "A text."u8.ToArray(), "", "multipart/form-data; boundary=x", 415, "not-text" },
            { "fifth", "A text."u8.ToArray(), "?reason=", "text/plain", 400, "invalid-parameter" },
            { "fifth", "A text."u8.ToArray(), "?reason=a%00b", "text/plain", 400, "invalid-parameter" },
            { "fifth", "A text."u8.ToArray(), $"?reason={new string('a', 1001)}", "text/plain", 400, "invalid-parameter" },
            { "fifth", "A text."u8.ToArray(), "?why=a", "text/plain", 400, "unknown-parameter" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_archived_is_a_problem_and_changes_nothing(
        string source,
        byte[] bytes,
        string query,
        string type,
        int status,
        string problem
    )
    {
        var head = await archive.HeadAsync();

        var (answered, body) = await archive.BringAsync(source, bytes, query: query, type: type);

        answered.ShouldBe(status, body.ToString());
        body.GetProperty("type").GetString().ShouldBe($"urn:ledger:problem:{problem}");
        body.GetProperty("detail").GetString()!.Length.ShouldBeGreaterThan(20);
        (await archive.HeadAsync()).ShouldBe(head);
        (await StoredAsync(bytes)).ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_archived()
    {
        var (status, _) = await archive.BringAsync("fifth", "A text."u8.ToArray(), token: "garbage");

        status.ShouldBe(401);
        (await StoredAsync("A text."u8.ToArray())).ShouldBe(0);
    }

    [Fact]
    public async Task No_address_serves_a_text_beyond_its_quotes()
    {
        const string text = "Nobody quotes the word xylophone.";
        var (_, body) = await archive.BringAsync("seventh", text);

        foreach (
            var address in new[] { "/sources", "/sources/seventh", "/sources/seventh/passages", body.GetProperty("fact").GetString()! }
        )
        {
            (await archive.QueryAsync(address)).ToString().ShouldNotContain("xylophone");
        }
    }

    [Theory]
    [InlineData("update ledger.snapshots set bytes = ''")]
    [InlineData("delete from ledger.snapshots")]
    [InlineData("truncate ledger.snapshots")]
    public async Task What_is_kept_can_neither_be_changed_nor_deleted(string change)
    {
        await using var database = LedgerDatabase.Create(archive.ConnectionString);
        foreach (var login in new[] { database.Service, database.Owner })
        {
            await using var command = login.CreateCommand(change);
            (
                await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken))
            ).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }
    }

    private async Task<long> StoredAsync(byte[] bytes)
    {
        await using var database = LedgerDatabase.Create(archive.ConnectionString);
        await using var command = database.Service.CreateCommand("select count(*) from ledger.snapshots where bytes = $1");
        command.Parameters.Add(new() { Value = bytes });
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
