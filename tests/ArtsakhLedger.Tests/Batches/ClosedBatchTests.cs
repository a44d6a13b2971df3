using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Batches;

[OnEveryPostgres]
public sealed class ClosedBatchTests(PostgresServer server)
{
    private const string First =
        """{ "type": "entity-described", "id": "a", "kind": "polity", "names": [{ "text": "A", "language": "en" }], "reason": "test" }""";

    [Fact]
    public async Task A_released_batch_takes_no_more_entries()
    {
        using var events = new TemporaryEvents();
        var (place, host) = await LedgerFixture.StartAsync(await server.CreateDatabaseAsync(), events.Folder);
        await using var _ = place;
        await using var __ = host;
        await host.RecordAsync("/batches?batch=a/0001-first", First, Tokens.OfEditor, ("Content-Type", "application/x-ndjson"));
        var head = await host.HeadAsync();

        await File.WriteAllTextAsync(
            Path.Combine(events.Folder, "closed-batches.sha256"),
            $"{new string('0', 64)}  a/0001-first\n",
            TestContext.Current.CancellationToken
        );

        var second = First.Replace("\"a\"", "\"b\"", StringComparison.Ordinal);
        await host.RefuseAsync(
            409,
            "batch-closed",
            "/batches?batch=a/0001-first",
            second,
            Tokens.OfEditor,
            ("Content-Type", "application/x-ndjson")
        );
        (await host.HeadAsync()).ShouldBe(head);
        using var same = await host.SendAsync(
            "/batches?batch=a/0001-first",
            First,
            Tokens.OfEditor,
            ("Content-Type", "application/x-ndjson")
        );
        ((int)same.StatusCode).ShouldBe(200);
        await host.RecordAsync("/batches?batch=a/0002-second", second, Tokens.OfEditor, ("Content-Type", "application/x-ndjson"));
    }
}
