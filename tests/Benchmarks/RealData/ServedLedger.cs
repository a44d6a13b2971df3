using System.Diagnostics;
using ArtsakhLedger.Access;
using ArtsakhLedger.Embedded;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Serving;
using Benchmarks.AsOf;
using Npgsql;

namespace Benchmarks.RealData;

/// <summary>Ledgers in databases of their own, filled by verbs of the program and served by it, each a process.</summary>
internal static class ServedLedger
{
    private static readonly string TokenKey = Path.Combine(Directory.CreateTempSubdirectory("token-key-").FullName, "key");
    private static readonly string LogKeys = Directory.CreateTempSubdirectory("log-keys-").FullName;

    /// <summary>Serves a ledger, and imports a folder of batches before.</summary>
    public static Task<MeasuredProcess> StartAsync(string ledger, string events, int port) =>
        MeasuredProcess.StartProductAsync(ledger, port, (events, LogKeyOf(ledger)), ("Access__KeyFile", TokenKey));

    /// <summary>A token for two hours.</summary>
    public static string Token(string role) =>
        new LedgerTokens(
            new(null, AccessSettings.DefaultAudience, AccessSettings.DefaultRoleClaim, TokenKey, AccessSettings.DefaultWritesPerMinute)
        ).Issue(Author.From("benchmark", "Benchmark"), role, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddHours(2));

    /// <summary>The time that a verb of the program takes as a process of its own, in seconds.</summary>
    public static async Task<double> VerbAsync(string ledger, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(LedgerService).Assembly.Location, .. words])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (start.Environment["ConnectionStrings__Ledger"], start.Environment["Log__Key"]) = (ledger, LogKeyOf(ledger));
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var seconds = watch.Elapsed.TotalSeconds;
        return process.ExitCode == 0
            ? seconds
            : throw new InvalidOperationException($"{string.Join(' ', words)}: {(await errors + await output)[..2000]}");
    }

    /// <summary>Makes an empty database.</summary>
    public static async Task<string> DatabaseAsync(EmbeddedPostgres server, string name)
    {
        await using var master = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false });
        foreach (var statement in new[] { $"drop database if exists {name} with (force)", $"create database {name}" })
        {
            await using var command = master.CreateCommand(statement);
            await command.ExecuteNonQueryAsync();
        }

        var ledger = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name }.ConnectionString;
        File.Delete(LogKeyOf(ledger));
        return ledger;
    }

    /// <summary>Every ledger has a log of its own, and a log has a key of its own.</summary>
    private static string LogKeyOf(string ledger) => Path.Combine(LogKeys, new NpgsqlConnectionStringBuilder(ledger).Database!);
}
