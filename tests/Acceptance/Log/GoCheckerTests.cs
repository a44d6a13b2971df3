using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Serving;
using ArtsakhLedger.Tests.Verification;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Log;

public sealed class GoCheckerTests(PostgresServer server) : IDisposable
{
    private readonly GoChecker checker = new();
    private readonly string kept = Path.GetTempFileName();

    [Fact]
    public async Task Another_implementation_verifies_the_running_service_and_finds_what_was_tampered_with()
    {
        if (GoChecker.Missing() is { } reason)
        {
            await Console.Error.WriteLineAsync(reason);
            Assert.Skip(reason);
        }

        await checker.BuildAsync();
        var connection = await server.CreateLedgerAsync();
        using var service = new RunningService(LedgerProgram.ToDatabase(connection));
        await service.UntilItAnswersAsync();
        var log = $"http://127.0.0.1:{service.Port}/log";
        using (var checkpoint = await service.QueryAsync("/log/checkpoint"))
        {
            await File.WriteAllTextAsync(
                kept,
                await checkpoint.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                TestContext.Current.CancellationToken
            );
        }

        using (var more = ManyPeople(400))
        {
            var imported = await LedgerVerb.RunAsync(connection, "import", more.Folder);
            imported.ExitCode.ShouldBe(0, imported.Output);
        }

        var honest = await checker.CheckAsync(log, kept);
        honest.ExitCode.ShouldBe(0, honest.Output);
        honest.Output.ShouldMatch(@"ledger/[0-9a-f]{32}: \d{3,4} entries included, \d\d earlier sizes consistent\.");
        honest.Output.ShouldContain("still holds");

        var ledger = new TamperedLedger(connection);
        await ledger.TamperAsync(
            "update ledger.positions set leaf = set_byte(leaf, 30, 48 + (get_byte(leaf, 30) + 1) % 10) where position = 300"
        );
        var tampered = await checker.CheckAsync(log);
        tampered.ExitCode.ShouldBe(1);
        tampered.Output.ShouldContain("entry 299");

        await ledger.TamperAsync(
            "update ledger.mt_events set data = jsonb_set(data, '{note}', '\"x\"') where id = (select event_id from ledger.positions where position = 5)"
        );
        await ledger.RebuildLogAsync();
        (await checker.CheckAsync(log)).ExitCode.ShouldBe(0, "a log rebuilt as a whole fits itself");
        var rewritten = await checker.CheckAsync(log, kept);
        rewritten.ExitCode.ShouldBe(1);
        rewritten.Output.ShouldContain("its history was rewritten");
    }

    public void Dispose()
    {
        checker.Dispose();
        File.Delete(kept);
    }

    private static TemporaryEvents ManyPeople(int count)
    {
        var events = new TemporaryEvents();
        var people =
            from number in Enumerable.Range(1, count)
            select $"  - {{ id: elsewhere-{number}, kind: person, names: [{{ text: Person {number}, language: en }}], reason: test }}\n";
        events.Write("elsewhere", "0001-people", "entities.yaml", $"entities:\n{string.Concat(people)}");
        return events;
    }
}
