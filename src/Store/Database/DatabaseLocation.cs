using ArtsakhLedger.Embedded;
using Microsoft.Extensions.Configuration;

namespace ArtsakhLedger.Database;

/// <summary>The location of the ledger's database: the configured PostgreSQL, or the embedded one, which it starts and stops.</summary>
public sealed class DatabaseLocation : IAsyncDisposable
{
    private readonly IAsyncDisposable? server;
    private readonly Task<EmbeddedPostgres>? starting;

    private DatabaseLocation(LedgerDatabase database, IAsyncDisposable? server = null, Task<EmbeddedPostgres>? starting = null) =>
        (Database, this.server, this.starting) = (database, server, starting);

    /// <summary>The database.</summary>
    public LedgerDatabase Database { get; }

    /// <summary>Finds the database for a command, which joins the embedded server of a running service or starts it for itself.</summary>
    /// <exception cref="EmbeddedPostgresException">PostgreSQL is missing or cannot be used; the message says what to do.</exception>
    public static async Task<DatabaseLocation> FindAsync(
        IConfiguration configuration,
        IProgress<string>? progress,
        CancellationToken cancellation
    )
    {
        if (Configured(configuration) is { } configured)
        {
            return configured;
        }

        var embedded = await SharedPostgres.JoinOrStartAsync(EmbeddedFor(configuration), progress, cancellation);
        return new(LedgerDatabase.Create(embedded.ConnectionString), embedded);
    }

    /// <summary>Finds the database for a service, which is the only owner of the embedded server, and begins to start that server.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="stopWithin">How long the embedded server may take to stop in good order.</param>
    /// <param name="progress">What is being waited for.</param>
    /// <param name="cancellation">Cancels the start.</param>
    /// <exception cref="EmbeddedPostgresException">PostgreSQL is missing or cannot be used; the message says what to do.</exception>
    public static async Task<DatabaseLocation> StartAsync(
        IConfiguration configuration,
        TimeSpan stopWithin,
        IProgress<string>? progress,
        CancellationToken cancellation
    )
    {
        if (Configured(configuration) is { } configured)
        {
            return configured;
        }

        var (connection, started) = await EmbeddedPostgres.BeginAsync(
            EmbeddedFor(configuration) with
            {
                StopWithin = stopWithin,
            },
            progress,
            cancellation
        );
        return new(LedgerDatabase.Create(connection), starting: started);
    }

    /// <summary>Waits until the embedded server has started.</summary>
    /// <returns>A description of the embedded server; null for another server.</returns>
    /// <exception cref="EmbeddedPostgresException">The server cannot be started; the message says what to do.</exception>
    public async Task<string?> StartedAsync() => starting is null ? null : (await starting).Description;

    /// <summary>The location of a database by its connection strings.</summary>
    public static DatabaseLocation At(string connection, string? owner = null, string? replica = null) =>
        new(LedgerDatabase.Create(connection, owner, replica));

    /// <summary>No database, for commands that need none.</summary>
    public static DatabaseLocation None() => At("Host=localhost");

    /// <summary>The same database with the owner's rights for everything.</summary>
    public DatabaseLocation AsOwner() => new(Database.AsOwner());

    /// <summary>Restarts the embedded server if it has stopped; does nothing for another server.</summary>
    /// <returns>Whether it was restarted.</returns>
    public async Task<bool> EnsureRunningAsync(CancellationToken cancellation) =>
        starting is { IsCompletedSuccessfully: true } && await (await starting).EnsureRunningAsync(cancellation);

    /// <summary>Stops a service's embedded server at once, as the last thing before the process ends; does nothing for another server.</summary>
    public void StopAtOnce(TimeSpan within)
    {
        if (starting is { IsCompletedSuccessfully: true })
        {
            starting.Result.StopAtOnce(within);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        if (starting is not null)
        {
            // A failed start has already cleaned up.
            await starting.ContinueWith(_ => { }, TaskScheduler.Default);
            if (starting.IsCompletedSuccessfully)
            {
                await (await starting).DisposeAsync();
            }
        }
    }

    private static EmbeddedPostgresOptions EmbeddedFor(IConfiguration configuration) =>
        EmbeddedPostgresOptions.ForCurrentUser(LedgerFolder.CheckedData(configuration["Ledger:Data"]));

    private static string? NotEmpty(string? setting) => string.IsNullOrWhiteSpace(setting) ? null : setting;

    private static DatabaseLocation? Configured(IConfiguration configuration) =>
        configuration.GetConnectionString("Ledger") is { Length: > 0 } connection
            ? At(connection, NotEmpty(configuration.GetConnectionString("Owner")), NotEmpty(configuration.GetConnectionString("Replica")))
            : null;
}
