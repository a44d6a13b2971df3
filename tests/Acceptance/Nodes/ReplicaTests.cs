using System.Diagnostics.Metrics;
using System.Text.Json;
using Alba;
using ArtsakhLedger.Database;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Telemetry;
using ArtsakhLedger.Tests.Embedded;
using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Nodes;

/// <summary>Reads go to a streaming replica as far as it has what is asked for, and nobody can tell by the answers.</summary>
public sealed class ReplicaTests : IDisposable
{
    private readonly TemporaryHome home = new();
    private readonly MeterListener listener = new();
    private readonly PostgresServer server;
    private long fromReplica;

    public ReplicaTests(PostgresServer server)
    {
        this.server = server;

        // No other test of this process has a replica. The instruments are there before anybody listens: who is called while they are made finds none.
        var reads = LedgerTelemetry.Reads;
        listener.InstrumentPublished = (instrument, all) =>
        {
            if (instrument == reads)
            {
                all.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>(
            (_, count, tags, _) =>
            {
                if (tags.Contains(new("database", "replica")))
                {
                    Interlocked.Add(ref fromReplica, count);
                }
            }
        );
        listener.Start();
    }

    public void Dispose()
    {
        listener.Dispose();
        home.Dispose();
    }

    [Fact]
    public async Task A_replica_is_read_as_far_as_it_has_come_and_the_database_itself_beyond_that()
    {
        await using var primary = await home.StartAsync();
        var (onePlace, one) = await LedgerFixture.StartAsync(primary.ConnectionString);
        await using var _ = onePlace;
        await using var __ = one;
        await using var standby = await Standby.OfAsync(home);
        var (place, host) = await LedgerFixture.StartAsync(primary.ConnectionString, replica: standby.ConnectionString);
        await using var ___ = place;
        await using var ____ = host;
        var head = await host.HeadAsync();
        await standby.UntilItHasAsync(head);

        var before = Interlocked.Read(ref fromReplica);
        foreach (
            var question in new[]
            {
                "/polities/artsakh/state?on=2006-06-01",
                "/polities/artsakh/timeline",
                $"/polities/artsakh/state?on=1997&known-at={head / 2}",
                "/facts/artsakh-dissolved",
                "/sources",
                "/batches",
            }
        )
        {
            (await BodyAsync(host, question)).ShouldBe(await BodyAsync(one, question), question);
        }

        Interlocked.Read(ref fromReplica).ShouldBeGreaterThan(before);

        await standby.PauseAsync();
        for (var i = 0; i < 5; i++)
        {
            var position = await RecordAsync(i % 2 == 0 ? host : one, $"lagging-{i}");
            var (read, answer) = await ReadsOfAsync(() => BodyAsync(host, $"/facts/lagging-{i}/proof"));
            JsonDocument
                .Parse(answer)
                .RootElement.GetProperty("position")
                .GetInt64()
                .ShouldBe(position, "a read that follows a write sees it, however far behind the replica is");
            read.ShouldBe(0);
        }

        (await ReadsOfAsync(() => BodyAsync(host, $"/facts/artsakh-dissolved/history?known-at={head}"))).FromReplica.ShouldBePositive(
            "what the replica has is still read from it"
        );

        await standby.ResumeAsync();
        await standby.UntilItHasAsync(head + 10);
        await Task.Delay(50, TestContext.Current.CancellationToken);
        (await ReadsOfAsync(() => BodyAsync(host, "/facts/lagging-4/history"))).FromReplica.ShouldBePositive("it has caught up");

        standby.Kill();
        foreach (var question in new[] { "/facts/lagging-4", "/facts/lagging-3/history", "/polities/artsakh/contradictions" })
        {
            (await BodyAsync(host, question)).ShouldBe(await BodyAsync(one, question), "without the replica the database itself answers");
        }
    }

    [Fact]
    public async Task What_is_no_standby_of_this_ledger_is_never_read()
    {
        var primary = await server.CreateDatabaseAsync();
        await using var database = LedgerDatabase.Create(primary, null, primary);
        await Migration.ApplyAsync(database, TestContext.Current.CancellationToken);

        (await database.SourceForAsync(0, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        (await database.Replica!.HavingAsync(1, database.Service, TestContext.Current.CancellationToken)).ShouldBeNull();
        database.Replica.Trouble.ShouldBe("it is not a standby");
    }

    private async Task<(long FromReplica, string Answer)> ReadsOfAsync(Func<Task<string>> ask)
    {
        var before = Interlocked.Read(ref fromReplica);
        var answer = await ask();
        return (Interlocked.Read(ref fromReplica) - before, answer);
    }

    private static async Task<string> BodyAsync(IAlbaHost host, string address) =>
        await (
            await host.Scenario(scenario =>
            {
                scenario.Get.Url(address);
                scenario.StatusCodeShouldBeOk();
            })
        ).ReadAsTextAsync();

    private static async Task<long> RecordAsync(IAlbaHost host, string id)
    {
        await host.RecordAsync(
            "/entities",
            $$"""{ "id": "{{id}}", "kind": "person", "names": [{ "text": "A", "language": "en" }], "reason": "x" }""",
            Tokens.OfContributor
        );
        return (
            await host.RecordAsync(
                "/facts",
                $$"""
                { "id": "{{id}}", "type": "visit-made", "polity": "artsakh", "visitor": "{{id}}", "to": "{{id}}", "date": "2012",
                  "citations": [{ "source": "wikipedia-foreign-relations-of-artsakh", "quote": "Foreign relations of Artsakh", "start": 0, "end": 28 }] }
                """,
                Tokens.OfContributor
            )
        )["position"]!.GetValue<long>();
    }
}
