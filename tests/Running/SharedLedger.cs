using Alba;
using Xunit;

namespace ArtsakhLedger.Tests.Running;

/// <summary>A service with the real record that is started once, for all tests that only ask.</summary>
public sealed class SharedLedger(PostgresServer server) : IAsyncLifetime, IAskedLedger
{
    private LedgerFixture ledger = null!;

    public IAlbaHost Host => ledger.Host;

    public string ConnectionString => ledger.ConnectionString;

    public async ValueTask InitializeAsync() => ledger = await server.SharedLedgerAsync();

    public Task<string> GetAsync(string address) => ledger.GetAsync(address);

    /// <summary>The server ends it.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
