using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Serving;
using Xunit;

namespace ArtsakhLedger.Tests.Readme;

/// <summary>A service that runs and is written to by the walks, which get in nobody's way.</summary>
public sealed class WrittenLedger(PostgresServer server) : IAsyncLifetime
{
    private RunningService service = null!;

    public string ConnectionString { get; private set; } = "";

    public int Port => service.Port;

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await server.CreateLedgerAsync();
        service = new RunningService(TypedShell.On(ConnectionString));
        await service.UntilItAnswersAsync();
    }

    public ValueTask DisposeAsync()
    {
        service.Dispose();
        return ValueTask.CompletedTask;
    }
}
