using ArtsakhLedger.Tests.Feed;
using ArtsakhLedger.Tests.Running;
using Xunit;

namespace ArtsakhLedger.Tests.Readme;

/// <summary>A service that listens and is written to by the walks, which get in nobody's way.</summary>
public sealed class WrittenLedger(PostgresServer server) : IAsyncLifetime
{
    private ListeningLedger ledger = null!;

    public string ConnectionString { get; private set; } = "";

    public int Port => ledger.Address.Port;

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await server.CreateLedgerAsync();
        ledger = await ListeningLedger.StartAsync(ConnectionString, Repository.Events);
    }

    public ValueTask DisposeAsync() => ledger.DisposeAsync();
}
