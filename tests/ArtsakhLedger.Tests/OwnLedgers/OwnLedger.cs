using Alba;
using ArtsakhLedger.Database;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.OwnLedgers;

/// <summary>A ledger of one's own, as <c>new-ledger</c> makes it, and a service on it.</summary>
/// <param name="server">The server of its database.</param>
/// <param name="withExample">Whether it has the example.</param>
public abstract class OwnLedger(PostgresServer server, bool withExample) : IAsyncLifetime
{
    public const string Name = "Foreign relations of Ruritania & Graustark";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("own-");
    private DatabaseLocation place = null!;

    public string Folder => folder.FullName;

    public string Events => Path.Combine(Folder, "events");

    public string ConnectionString { get; private set; } = "";

    public IAlbaHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await server.CreateDatabaseAsync();
        string[] words = ["new-ledger", Name, Folder, .. withExample ? ["--example"] : Array.Empty<string>()];
        var (exitCode, output) = await LedgerVerb.RunAsync(ConnectionString, words);
        exitCode.ShouldBe(0, output);
        (place, Host) = await LedgerFixture.StartAsync(ConnectionString, Events);
    }

    /// <summary>Stops the service and starts it again, with no setting but the database.</summary>
    public async Task RestartAsync()
    {
        await Host.DisposeAsync();
        await place.DisposeAsync();
        (place, Host) = await LedgerFixture.StartAsync(ConnectionString, Events);
    }

    public async Task<string> PageAsync(string address, int status = 200) =>
        await (
            await Host.Scenario(scenario =>
            {
                scenario.Get.Url(address);
                scenario.WithRequestHeader("Accept", "text/html");
                scenario.StatusCodeShouldBe(status);
            })
        ).ReadAsTextAsync();

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await place.DisposeAsync();
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}

/// <summary>One in which nothing is recorded.</summary>
public sealed class EmptyOwnLedger(PostgresServer server) : OwnLedger(server, withExample: false);

/// <summary>One with the example.</summary>
public sealed class ExampleLedger(PostgresServer server) : OwnLedger(server, withExample: true);
