using ArtsakhLedger.Embedded;
using ArtsakhLedger.Tests.Embedded;
using ArtsakhLedger.Tests.Serving;
using Npgsql;
using Testcontainers.PostgreSql;
using Xunit;

namespace ArtsakhLedger.Tests.Running;

/// <summary>The PostgreSQL of a test run: a container where a Docker API answers, otherwise the embedded server. It says which.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    /// <summary>Names the data of a process that has its own server and needs no other, which it would leave behind.</summary>
    public const string OwnServerVariable = "LEDGER_TEST_DATA";

    private PostgreSqlContainer? container;
    private EmbeddedPostgres? embedded;
    private TemporaryHome? home;
    private readonly Lazy<Task<string>> record;
    private readonly Lazy<Task<LedgerFixture>> shared;
    private int databases;

    public PostgresServer()
    {
        // Hundreds of programs are started, each to live for a moment, most of which it compiles. Doing so without W^X costs a quarter less.
        Environment.SetEnvironmentVariable("DOTNET_EnableWriteXorExecute", "0");
        (record, shared) = (new(ImportRecordAsync), new(StartSharedAsync));
    }

    /// <summary>The superuser's connection.</summary>
    public string ConnectionString { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable(OwnServerVariable) is not null)
        {
            return;
        }

        if (await StartContainerAsync() is not { } inContainer)
        {
            home = new TemporaryHome();
            var user = EmbeddedPostgresOptions.ForCurrentUser();
            embedded = await TemporaryHome.StartAsync(home.Place with { Cache = user.Cache, RootCache = user.RootCache });
            ConnectionString = embedded.ConnectionString;
        }
        else
        {
            ConnectionString = inContainer;
        }

        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await DoWithoutTheDiskAsync(connection);
        TestContext.Current.SendDiagnosticMessage(
            $"PostgreSQL {connection.PostgreSqlVersion}, {(embedded is null ? "in a container" : "embedded")}"
        );
        await Console.Error.WriteLineAsync(
            $"Tests use PostgreSQL {connection.PostgreSqlVersion}, {(embedded is null ? "in a container" : "embedded")}."
        );
    }

    /// <summary>A new, empty database.</summary>
    public Task<string> CreateDatabaseAsync() => CreateDatabaseAsync("");

    /// <summary>A new database with the real record, as a service leaves it that was started once.</summary>
    public async Task<string> CreateLedgerAsync()
    {
        var original = await record.Value;
        var copy = await CreateDatabaseAsync($"template {new NpgsqlConnectionStringBuilder(original).Database}");
        File.Copy(LogKeys.Of(original), LogKeys.Of(copy));
        return copy;
    }

    /// <summary>The one service of <see cref="SharedLedger"/>.</summary>
    public Task<LedgerFixture> SharedLedgerAsync() => shared.Value;

    public async ValueTask DisposeAsync()
    {
        if (shared.IsValueCreated)
        {
            await (await shared.Value).DisposeAsync();
        }

        await ServiceHome.DisposeOriginalAsync();
        NpgsqlConnection.ClearAllPools();
        Directory.Delete(LogKeys.Folder, recursive: true);
        if (embedded is not null)
        {
            await embedded.DisposeAsync();
            home!.Dispose();
        }

        if (container is not null)
        {
            await container.DisposeAsync();
        }
    }

    private async Task<string> CreateDatabaseAsync(string from)
    {
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"create database {name} {from}", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    /// <summary>Nobody kills this server, so nothing need be on the disk for sure.</summary>
    private static async Task DoWithoutTheDiskAsync(NpgsqlConnection connection)
    {
        foreach (var setting in new[] { "fsync", "full_page_writes", "synchronous_commit" })
        {
            await using var set = new NpgsqlCommand($"alter system set {setting} = off", connection);
            await set.ExecuteNonQueryAsync();
        }

        await using var reload = new NpgsqlCommand("select pg_reload_conf()", connection);
        await reload.ExecuteNonQueryAsync();
    }

    private async Task<LedgerFixture> StartSharedAsync()
    {
        var ledger = new LedgerFixture(this);
        await ledger.InitializeAsync();
        return ledger;
    }

    private async Task<string> ImportRecordAsync()
    {
        var connection = await CreateDatabaseAsync();
        var (place, host) = await LedgerFixture.StartAsync(connection);
        await host.DisposeAsync();
        await place.DisposeAsync();
        return connection;
    }

    private async Task<string?> StartContainerAsync()
    {
        try
        {
            container = new PostgreSqlBuilder("postgres:18").WithCommand("-c", "max_connections=300").Build();
            await container.StartAsync();
            return container.GetConnectionString();
        }
        catch (Exception refused) when (refused is DotNet.Testcontainers.Builders.DockerUnavailableException or ArgumentException)
        {
            container = null;
            return null;
        }
    }
}
