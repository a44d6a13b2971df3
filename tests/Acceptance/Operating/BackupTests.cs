using System.Diagnostics;
using ArtsakhLedger.Tests.Embedded;
using ArtsakhLedger.Tests.Readme;
using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using Npgsql;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Operating;

/// <summary>Walks through backup and restore as the guide tells it: pg_dump, pg_restore on a server that has never seen the ledger, verify.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly TemporaryHome home = new();
    private readonly TemporaryHome otherMachine = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("backup-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        home.Dispose();
        otherMachine.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_restored_backup_verifies_gives_the_same_answers_and_goes_on()
    {
        Assert.SkipWhen(
            ArtsakhLedger.Embedded.SearchPath.Find("pg_dump") is null || ArtsakhLedger.Embedded.SearchPath.Find("psql") is null,
            "PostgreSQL's client programs are not here."
        );
        await using var server = await home.StartAsync();
        await using var other = await otherMachine.StartAsync();
        var kept = Path.Combine(folder.FullName, "kept.txt");
        string before;
        const string question = "/polities/artsakh/state?on=2006-06-01&known-at=400";
        var (place, host) = await LedgerFixture.StartAsync(server.ConnectionString);
        await using (place)
        await using (host)
        {
            before = await GetAsync(host, question);
            await File.WriteAllTextAsync(kept, await GetAsync(host, "/log/checkpoint"), Cancellation);
            await TypeAsync("dump", server.ConnectionString, other.ConnectionString);
            await host.RecordAsync(
                "/entities",
                """{ "id": "after-the-backup", "kind": "person", "names": [{ "text": "A", "language": "en" }], "reason": "x" }""",
                Tokens.OfContributor
            );
            await File.WriteAllTextAsync($"{kept}.later", await GetAsync(host, "/log/checkpoint"), Cancellation);
        }

        await TypeAsync("restore", server.ConnectionString, other.ConnectionString);

        var verified = await LedgerVerb.RunAsync(other.ConnectionString, "verify", "--checkpoint", kept);
        verified.ExitCode.ShouldBe(0, verified.Output);
        var lost = await LedgerVerb.RunAsync(other.ConnectionString, "verify", "--checkpoint", $"{kept}.later");
        lost.ExitCode.ShouldBe(1);
        lost.Output.ShouldContain("entries are missing at its end");
        File.Copy(LogKeys.Of(server.ConnectionString), LogKeys.Of(other.ConnectionString));
        var (restoredPlace, restored) = await LedgerFixture.StartAsync(other.ConnectionString);
        await using (restoredPlace)
        await using (restored)
        {
            (await GetAsync(restored, question)).ShouldBe(before);
            await restored.RecordAsync(
                "/entities",
                """{ "id": "after-the-restore", "kind": "person", "names": [{ "text": "A", "language": "en" }], "reason": "x" }""",
                Tokens.OfContributor
            );
        }

        await using var guarded = new NpgsqlConnection(other.ConnectionString + ";Options=-c role=ledger_append_only");
        await guarded.OpenAsync(Cancellation);
        await using var change = new NpgsqlCommand("update ledger.positions set fact = 'x'", guarded);
        (await Should.ThrowAsync<PostgresException>(() => change.ExecuteNonQueryAsync(Cancellation))).SqlState.ShouldBe(
            PostgresErrorCodes.InsufficientPrivilege
        );
    }

    /// <summary>Types the guide's commands of one step into a shell.</summary>
    private async Task TypeAsync(string step, string from, string to)
    {
        var script = TypedSections
            .Backup.SelectMany(section => section.Blocks)
            .Single(block => block.Language == "sh" && block.Text.Contains($"# {step}\n", StringComparison.Ordinal))
            .Text;
        var start = new ProcessStartInfo("bash", ["-eu", "-c", script])
        {
            WorkingDirectory = folder.FullName,
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        start.Environment["LEDGER"] = UriOf(from);
        start.Environment["RESTORED"] = UriOf(to);
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        process.ExitCode.ShouldBe(0, errors);
    }

    /// <summary>As PostgreSQL's own programs take it.</summary>
    private static string UriOf(string connectionString)
    {
        var place = new NpgsqlConnectionStringBuilder(connectionString);
        return $"postgresql://{place.Username}@/{place.Database}?host={Uri.EscapeDataString(place.Host!)}&port={place.Port}";
    }

    private static async Task<string> GetAsync(Alba.IAlbaHost host, string address) =>
        await (await host.Scenario(scenario => scenario.Get.Url(address))).ReadAsTextAsync();
}
