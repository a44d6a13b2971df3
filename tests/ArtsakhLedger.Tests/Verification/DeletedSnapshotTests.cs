using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Verification;

[OnEveryPostgres]
public sealed class DeletedSnapshotTests(PostgresServer server)
{
    [Fact]
    public async Task A_text_that_was_archived_and_then_deleted_is_named()
    {
        var connection = await server.CreateDatabaseAsync();
        using var events = new TemporaryEvents();
        var (place, host) = await LedgerFixture.StartAsync(connection, events.Folder);
        await using (place)
        await using (host)
        {
            await host.RecordAsync(
                "/sources",
                """{ "id": "gazette", "csl": { "title": "Gazette" }, "reason": "test" }""",
                Tokens.OfContributor
            );
            using var archived = await host.SendAsync(
                "/sources/gazette/snapshots",
                "An office opened in 2011."u8.ToArray(),
                Tokens.OfContributor,
                ("Content-Type", "text/plain")
            );
            ((int)archived.StatusCode).ShouldBe(201);
        }

        var ledger = new TamperedLedger(connection);
        (await ledger.VerifySnapshotsAndQuotesAsync()).ShouldBeNull();
        await ledger.TamperAsync("delete from ledger.snapshots");

        (await ledger.VerifySnapshotsAndQuotesAsync())!.What.ShouldContain("is not among the stored snapshots");
    }
}
