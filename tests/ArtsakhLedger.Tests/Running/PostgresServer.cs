using ArtsakhLedger.Embedded;
using ArtsakhLedger.Tests.Embedded;
using Npgsql;
using Testcontainers.PostgreSql;
using Xunit;

[assembly: AssemblyFixture(typeof(ArtsakhLedger.Tests.Running.PostgresServer))]

namespace ArtsakhLedger.Tests.Running;

/// <summary>The PostgreSQL of a test run: a container where a Docker API answers, otherwise the embedded server. It says which.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private PostgreSqlContainer? container;
    private EmbeddedPostgres? embedded;
    private TemporaryHome? home;
    private int databases;

    /// <summary>The superuser's connection.</summary>
    public string ConnectionString { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (await StartContainerAsync() is not { } inContainer)
        {
            home = new TemporaryHome();
            var user = EmbeddedPostgresPlace.OfUser();
            embedded = await TemporaryHome.StartAsync(home.Place with { Cache = user.Cache, CacheOfRoot = user.CacheOfRoot });
            ConnectionString = embedded.ConnectionString;
        }
        else
        {
            ConnectionString = inContainer;
        }

        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        TestContext.Current.SendDiagnosticMessage($"PostgreSQL {connection.PostgreSqlVersion}, {(embedded is null ? "in a container" : "embedded")}");
        await Console.Error.WriteLineAsync($"Tests use PostgreSQL {connection.PostgreSqlVersion}, {(embedded is null ? "in a container" : "embedded")}.");
    }

    /// <summary>A new, empty database.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"create database {name}", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
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
