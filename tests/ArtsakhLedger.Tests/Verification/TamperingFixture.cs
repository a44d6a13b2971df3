using ArtsakhLedger.Tests.Log;
using ArtsakhLedger.Tests.Running;
using Npgsql;
using Xunit;

namespace ArtsakhLedger.Tests.Verification;

/// <summary>The real ledger once, served, its checkpoint kept, and then copied for each test to spoil.</summary>
public sealed class TamperingFixture(PostgresServer server) : IAsyncLifetime
{
    private readonly LedgerFixture ledger = new(server);
    private int copies;

    /// <summary>The checkpoint as a reader kept it.</summary>
    public string KeptCheckpoint { get; private set; } = "";

    /// <summary>The receipt's proof of a fact as a reader kept it.</summary>
    public string KeptProof { get; private set; } = "";

    public long Size { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await ledger.InitializeAsync();
        KeptCheckpoint = await ledger.GetAsync("/log/checkpoint");
        KeptProof = System
            .Text.Json.JsonDocument.Parse(await ledger.GetAsync("/facts/artsakh-dissolved/proof"))
            .RootElement.GetProperty("receipt")
            .GetProperty("proof")
            .GetString()!;
        Size = (await new LogClient(ledger).CheckpointAsync()).Head.Size;
        await ledger.DisposeAsync();
    }

    public async Task<TamperedLedger> CopyAsync()
    {
        NpgsqlConnection.ClearAllPools();
        var original = new NpgsqlConnectionStringBuilder(ledger.ConnectionString);
        var copy = $"{original.Database}_copy_{Interlocked.Increment(ref copies)}";
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"create database {copy} template {original.Database}", connection);
        await create.ExecuteNonQueryAsync();
        original.Database = copy;
        return new(original.ConnectionString);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
