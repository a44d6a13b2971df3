using System.Diagnostics;
using System.Security.Cryptography;
using ArtsakhLedger.Database;
using ArtsakhLedger.Embedded;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Telemetry;
using Marten;
using Npgsql;

namespace Benchmarks.AsOf;

/// <summary>A synthetic ledger in a database of its own, loaded through the product's import.</summary>
internal static class LoadedLedger
{
    /// <summary>What a database that is filled is marked with; it is filled anew after the schema or what is drawn has changed.</summary>
    private static readonly string Complete =
        $"complete {SyntheticPolity.Generation} {Convert.ToHexString(SHA256.HashData(typeof(LedgerReader).Assembly.GetManifestResourceStream("schema.sql")!))}";

    /// <summary>Where what is measured against is kept for the next run.</summary>
    public static string Folder { get; } = Path.Combine(Path.GetTempPath(), "artsakh-ledger-benchmark");

    /// <summary>Memory for what answers are compared with: rows that had to be read from the disk would flatter the product.</summary>
    private const string SharedBuffers = "1536MB";

    /// <summary>The PostgreSQL that the ledgers are in.</summary>
    public static async Task<EmbeddedPostgres> ServerAsync()
    {
        var server = await StartAsync();
        await using (var database = NpgsqlDataSource.Create(server.ConnectionString))
        {
            await using var setting = database.CreateCommand(
                $"select setting::bigint * 8192 = pg_size_bytes('{SharedBuffers}') from pg_settings where name = 'shared_buffers'"
            );
            if (await setting.ExecuteScalarAsync() is true)
            {
                return server;
            }

            await using var set = database.CreateCommand($"alter system set shared_buffers = '{SharedBuffers}'");
            await set.ExecuteNonQueryAsync();
        }

        await server.DisposeAsync();
        return await StartAsync();
    }

    private static Task<EmbeddedPostgres> StartAsync() =>
        EmbeddedPostgres.StartAsync(
            EmbeddedPostgresOptions.ForCurrentUser() with
            {
                Data = Path.Combine(Folder, "postgres"),
                RootData = Path.Combine(Folder, "root"),
            },
            new Progress<string>(Console.WriteLine),
            CancellationToken.None
        );

    /// <summary>The database with polities of the same size, which is filled where it is not there yet.</summary>
    public static async Task<string> EnsureAsync(EmbeddedPostgres server, LedgerSize size)
    {
        var name = $"ledger_{size.Polities}_{size.Facts}_{size.Corrections}";
        var connectionString = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name }.ConnectionString;
        await using var master = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false });
        await using var exists = master.CreateCommand(
            $"select 1 from pg_database where datname = '{name}' and pg_catalog.shobj_description(oid, 'pg_database') = '{Complete}'"
        );
        if (await exists.ExecuteScalarAsync() is not null)
        {
            return connectionString;
        }

        foreach (var statement in new[] { $"drop database if exists {name} with (force)", $"create database {name}" })
        {
            await using var command = master.CreateCommand(statement);
            await command.ExecuteNonQueryAsync();
        }

        await FillAsync(connectionString, size);
        await using var complete = master.CreateCommand($"comment on database {name} is '{Complete}'");
        await complete.ExecuteNonQueryAsync();
        return connectionString;
    }

    private static async Task FillAsync(string connectionString, LedgerSize size)
    {
        var (polities, facts, corrections) = size;
        var watch = Stopwatch.StartNew();
        await using var database = LedgerDatabase.Create(connectionString);
        await Migration.ApplyAsync(database, CancellationToken.None);
        await using var store = DocumentStore.For(options => EventStore.Configure(options, database.Service));
        var importing = new Importer(database, new LedgerReader(database), new Appender(database, store, TimeProvider.System));
        var appended = await ImportAsync(importing, new SyntheticWorld(Math.Max(polities, 400)).Descriptions());
        for (var polity = 1; polity <= polities; polity++)
        {
            appended += await ImportAsync(importing, SyntheticPolity.BatchOf(polity, facts));
            if (corrections > 0)
            {
                appended += await ImportAsync(importing, SyntheticPolity.CorrectionsOf(polity, facts, corrections));
            }
        }

        await using var settle = database.Owner.CreateCommand("vacuum analyze");
        await settle.ExecuteNonQueryAsync();
        Console.WriteLine($"Imported {appended:N0} facts in {watch.Elapsed.TotalSeconds:N0} s.");
    }

    private static async Task<int> ImportAsync(Importer importing, Batch batch)
    {
        var report = await importing.ImportAsync([batch], [], NullProgressDisplay.Instance, CancellationToken.None);
        return report.Problems.Count == 0 ? report.Appended : throw new InvalidOperationException(report.Problems[0].ToString());
    }
}
