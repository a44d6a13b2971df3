using ArtsakhLedger.Embedded;
using Microsoft.Extensions.Configuration;

namespace ArtsakhLedger.Database;

/// <summary>Where the ledger's PostgreSQL is: the one that the configuration names, or the embedded one.</summary>
public sealed class LedgerPlace : IAsyncDisposable
{
    private readonly IAsyncDisposable? server;
    private readonly Task<EmbeddedPostgres>? starting;

    private LedgerPlace(LedgerDatabase database, IAsyncDisposable? server = null, Task<EmbeddedPostgres>? starting = null) =>
        (Database, this.server, this.starting) = (database, server, starting);

    public LedgerDatabase Database { get; }

    /// <summary>Finds it for a command, which joins the embedded server of a service that runs, and otherwise starts it for itself.</summary>
    /// <exception cref="EmbeddedPostgresException">There is no PostgreSQL, or it cannot be used; the message says what to do.</exception>
    public static async Task<LedgerPlace> FindAsync(
        IConfiguration configuration,
        IProgress<string>? progress,
        CancellationToken cancellation
    )
    {
        if (Configured(configuration) is { } configured)
        {
            return configured;
        }

        var embedded = await SharedPostgres.JoinOrStartAsync(EmbeddedPostgresPlace.OfUser(), progress, cancellation);
        return new(LedgerDatabase.Of(embedded.ConnectionString), embedded);
    }

    /// <summary>Finds it for a service, which owns the embedded server alone, and begins to start that. What needs no database can be done meanwhile.</summary>
    /// <exception cref="EmbeddedPostgresException">There is no PostgreSQL, or it cannot be used; the message says what to do.</exception>
    public static async Task<LedgerPlace> OwnAsync(
        IConfiguration configuration,
        IProgress<string>? progress,
        CancellationToken cancellation
    )
    {
        if (Configured(configuration) is { } configured)
        {
            return configured;
        }

        var (connection, started) = await EmbeddedPostgres.BeginAsync(EmbeddedPostgresPlace.OfUser(), progress, cancellation);
        return new(LedgerDatabase.Of(connection), starting: started);
    }

    /// <summary>Waits until the embedded server has started; any other server is not waited for.</summary>
    /// <returns>What to tell of it; null for another server.</returns>
    /// <exception cref="EmbeddedPostgresException">It cannot be started; the message says what to do.</exception>
    public async Task<string?> StartedAsync() => starting is null ? null : (await starting).Description;

    /// <summary>A database that is there already.</summary>
    public static LedgerPlace At(string connection, string? owner = null, string? replica = null) =>
        new(LedgerDatabase.Of(connection, owner, replica));

    /// <summary>No database at all.</summary>
    public static LedgerPlace Nowhere() => At("Host=localhost");

    /// <summary>The same place with the owner's rights for everything.</summary>
    public LedgerPlace AsOwner() => new(Database.AsOwner());

    /// <summary>Starts the embedded server again where somebody else ended it; any other server is not ours to start.</summary>
    /// <returns>True where that was needed.</returns>
    public async Task<bool> EnsureRunningAsync(CancellationToken cancellation) =>
        starting is { IsCompletedSuccessfully: true } && await (await starting).EnsureRunningAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        if (starting is not null)
        {
            // One that failed has cleaned up behind itself.
            await starting.ContinueWith(_ => { }, TaskScheduler.Default);
            if (starting.IsCompletedSuccessfully)
            {
                await (await starting).DisposeAsync();
            }
        }
    }

    private static string? NotEmpty(string? setting) => string.IsNullOrWhiteSpace(setting) ? null : setting;

    private static LedgerPlace? Configured(IConfiguration configuration) =>
        configuration.GetConnectionString("Ledger") is { Length: > 0 } connection
            ? At(connection, NotEmpty(configuration.GetConnectionString("Owner")), NotEmpty(configuration.GetConnectionString("Replica")))
            : null;
}
