using System.Globalization;
using System.Text;
using ArtsakhLedger.Database;
using ArtsakhLedger.Embedded;
using ArtsakhLedger.Log;
using ArtsakhLedger.Telemetry;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Serving;
using ArtsakhLedger.Verification;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Crash;

/// <summary>Kills the service and its PostgreSQL at random moments while others write. <c>CRASH_KILLS</c> says how often (4, and 8 where nothing is left out), <c>CRASH_SEED</c>
/// repeats the moments of an earlier run.</summary>
public sealed class CrashTests
{
    private const int WritersAtOnce = 8;

    private static readonly string[] Days = ["1997-06-01", "2006-11-17", "2012-05-05", "2023-12-31"];

    private readonly int kills = Setting("CRASH_KILLS") ?? (Sample.IsOfAll ? 8 : 4);
    private readonly int seed = Setting("CRASH_SEED") ?? Random.Shared.Next();

    [Fact]
    public async Task Nothing_acknowledged_is_lost_or_recorded_twice_and_no_past_answer_changes_however_often_service_and_database_are_killed()
    {
        await Console.Error.WriteLineAsync($"{kills} kills, CRASH_SEED={seed}");
        var random = new Random(seed);
        using var home = new ServiceHome();
        await home.FillAsync();
        var environment = new Dictionary<string, string>(home.Environment) { ["Access__KeyFile"] = Tokens.KeyFile };
        using var writers = new Writers();
        using var nothing = new TemporaryEvents();
        var output = new StringBuilder();
        var service = new RunningService(environment);
        try
        {
            await service.UntilItAnswersAsync();
            writers.Address = service.Address;
            await writers.DescribeAsync();
            writers.Start(WritersAtOnce);
            var past = new Dictionary<string, string>();
            var kept = new List<string>();
            for (var kill = 0; kill < kills; kill++)
            {
                await Task.Delay(random.Next(20, 700), TestContext.Current.CancellationToken);
                if (random.Next(2) == 0)
                {
                    await service.EndAsync("KILL");
                    kept.Add(LastOf(writers).Proof);
                    output.Append(service.Output);
                    service.Dispose();
                    // The record is in by now, and need not be read again each time.
                    service = new RunningService(new Dictionary<string, string>(environment) { ["Events"] = nothing.Folder });
                    writers.Address = service.Address;
                }
                else
                {
                    home.Postmaster?.Kill();
                    kept.Add(LastOf(writers).Proof);
                }

                var question = $"/polities/artsakh/state?on={Days[kill % Days.Length]}&known-at={LastOf(writers).Position}";
                past[question] = await service.UntilItAnswersAsync(question);
                await ShouldBeUnchangedAsync(service, past, kill);
            }

            await writers.EndAsync();
            writers.Unexpected.ShouldBeEmpty($"{Run}\n{output}{service.Output}");
            kept.Add(LastOf(writers).Proof);
            await ShouldBeUnchangedAsync(service, past, kills);
            await ShouldHoldAllAsync(EmbeddedDatabase.ConnectionString(home.Postmaster!.SocketFolder), writers, kept);
            writers.SentAgain.ShouldBePositive("some requests lost their answers");
            await Console.Error.WriteLineAsync($"{writers.Recorded.Count} facts acknowledged, {writers.SentAgain} requests sent again.");
        }
        finally
        {
            service.Dispose();
        }
    }

    private string Run => $"CRASH_SEED={seed}";

    private static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;

    private static Acknowledged LastOf(Writers writers) => writers.Recorded.Values.MaxBy(one => one.Position)!;

    // Of a server that was just killed a process may still answer where the next one refuses; so every question waits for its answer.
    private async Task ShouldBeUnchangedAsync(RunningService service, Dictionary<string, string> past, int kill)
    {
        foreach (var (question, before) in past)
        {
            (await service.UntilItAnswersAsync(question)).ShouldBe(before, $"{question} after kill {kill}, {Run}");
        }
    }

    private async Task ShouldHoldAllAsync(string connectionString, Writers writers, IReadOnlyList<string> kept)
    {
        await using var database = LedgerDatabase.Create(connectionString);
        var stored = new Dictionary<string, long>();
        await using (var command = database.Service.CreateCommand("select fact, position from ledger.positions order by position"))
        await using (var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                stored.Add(reader.GetString(0), reader.GetInt64(1));
            }
        }

        stored.Values.ShouldBe(Enumerable.Range(1, stored.Count).Select(position => (long)position), Run);
        foreach (var one in writers.Recorded.Values)
        {
            stored.GetValueOrDefault(one.Id).ShouldBe(one.Position, $"{one.Id}, {Run}");
        }

        stored
            .Keys.Count(id => id.StartsWith("writer-", StringComparison.Ordinal))
            .ShouldBe(
                writers.Recorded.Values.Count(one => one.Id.StartsWith("writer-", StringComparison.Ordinal)),
                $"nothing was recorded that nobody was told of in the end, {Run}"
            );

        var log = (await LogIdentity.ReadAsync(database.Service, TestContext.Current.CancellationToken))!;
        await using var ledger = await FrozenLedger.OpenAsync(database, TestContext.Current.CancellationToken);
        var report = await new LedgerVerification(
            ledger,
            [.. kept.Select((proof, i) => KeptCheckpoint.Of($"receipt before kill {i}", proof, log.Keys))],
            []
        ).RunAsync(NullProgressDisplay.Instance, TestContext.Current.CancellationToken);
        report.FirstMismatch.ShouldBeNull(Run);
        report.Size.ShouldBe(stored.Count);
    }
}
