using Alba;
using ArtsakhLedger.Database;
using ArtsakhLedger.Serving;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ArtsakhLedger.Tests.Running;

/// <summary>The service with the real record in a database of its own, open for questions.</summary>
public sealed class LedgerFixture(PostgresServer server) : IAsyncLifetime, IAskedLedger
{
    private DatabaseLocation database = null!;

    public IAlbaHost Host { get; private set; } = null!;

    public string ConnectionString { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await server.CreateLedgerAsync();
        (database, Host) = await StartAsync(ConnectionString);
    }

    /// <summary>Starts a service on a database and waits until it is open.</summary>
    public static async Task<(DatabaseLocation Place, IAlbaHost Host)> StartAsync(
        string connectionString,
        string? events = null,
        string? replica = null,
        TimeProvider? clock = null,
        string? name = null
    )
    {
        var place = DatabaseLocation.At(connectionString, replica: replica);
        var builder = LedgerService.BuilderFor(place);
        builder.Configuration["Events"] = events ?? Repository.Events;
        builder.Configuration["Access:KeyFile"] = Tokens.KeyFile;
        builder.Configuration["Log:Key"] = LogKeys.Of(connectionString);
        builder.Configuration["Ledger:Name"] = name;
        if (clock is not null)
        {
            builder.Services.AddSingleton(clock);
        }

        var host = await AlbaHost.For(builder, LedgerService.Map);
        await host.Services.GetRequiredService<LedgerStartup>().Opened.WaitAsync(TimeSpan.FromMinutes(3));
        return (place, host);
    }

    public async Task<string> GetAsync(string address) =>
        (
            await Host.Scenario(scenario =>
            {
                scenario.Get.Url(address);
                scenario.StatusCodeShouldBeOk();
            })
        ).ReadAsText();

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await database.DisposeAsync();
    }
}
