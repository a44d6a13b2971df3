namespace ArtsakhLedger.Embedded;

/// <summary>
/// A PostgreSQL server that belongs to the service: on a Unix socket, with data that is kept between runs. It stops with the service, and
/// survives a service that is killed; the next one takes it over.
/// </summary>
internal sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly ServerFolder usedFolder;
    private readonly PostgresServer runningServer;
    private readonly SemaphoreSlim turn = new(1);
    private bool disposed;

    private EmbeddedPostgres(ServerFolder folder, PostgresServer server, PostgresBinaries binaries)
    {
        usedFolder = folder;
        runningServer = server;
        ConnectionString = EmbeddedDatabase.ConnectionString(folder.SocketFolder);
        Description = $"PostgreSQL {binaries.Version} from {binaries.Folder}, data in {folder.Path}";
    }

    /// <summary>The connection string of the owner of the database, a superuser.</summary>
    public string ConnectionString { get; }

    /// <summary>Version and folders, for the log.</summary>
    public string Description { get; }

    /// <summary>The folder with its data and locks.</summary>
    public string Folder => usedFolder.Path;

    public static async Task<EmbeddedPostgres> StartAsync(
        EmbeddedPostgresOptions options,
        IProgress<string>? progress,
        CancellationToken ct
    ) => await (await BeginAsync(options, progress, ct)).Started;

    /// <summary>Locks the folder and begins to start the server. The connection string is known before the server has started.</summary>
    public static async Task<(string ConnectionString, Task<EmbeddedPostgres> Started)> BeginAsync(
        EmbeddedPostgresOptions options,
        IProgress<string>? progress,
        CancellationToken ct
    )
    {
        if (OperatingSystem.IsWindows())
            throw new EmbeddedPostgresException(NoPostgresMessage.OnWindows);

        var account = ServerAccount.ForCurrentProcess();
        var folder = await OpenAsync(options, account, progress, ct);
        // The task itself is not cancelled: StartAsync has to release the folder.
        return (
            EmbeddedDatabase.ConnectionString(folder.SocketFolder),
            Task.Run(() => StartAsync(options, folder, account, progress, ct), CancellationToken.None)
        );
    }

    private static async Task<ServerFolder> OpenAsync(
        EmbeddedPostgresOptions options,
        ServerAccount account,
        IProgress<string>? progress,
        CancellationToken ct
    )
    {
        try
        {
            return await ServerFolder.OpenAsync(options, account, progress, ct);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw Unusable(options, unusable);
        }
    }

    private static EmbeddedPostgresException Unusable(EmbeddedPostgresOptions options, Exception unusable) =>
        new(
            $"The ledger's data cannot be kept in {options.Data}: {unusable.Message} Set HOME or XDG_DATA_HOME to a folder that this user may write to, or name a database with ConnectionStrings__Ledger.",
            unusable
        );

    private static async Task<EmbeddedPostgres> StartAsync(
        EmbeddedPostgresOptions options,
        ServerFolder folder,
        ServerAccount account,
        IProgress<string>? progress,
        CancellationToken ct
    )
    {
        PostgresServer? server = null;
        try
        {
            var binaries = await PostgresBinaries.FindAsync(options, account, folder.DataVersion, progress, ct);
            if (folder.DataVersion is null)
            {
                progress?.Report($"Creating a PostgreSQL {binaries.Version} database in {folder.Path} …");
                await folder.CreateDataAsync(binaries, ct);
            }

            server = new PostgresServer(folder, account, binaries, options.StopWithin);
            await server.TakeOverOrStartAsync(progress, ct);
            await EmbeddedDatabase.CreateIfMissingAsync(folder.SocketFolder, ct);
            return new EmbeddedPostgres(folder, server, binaries);
        }
        catch (Exception failed)
        {
            if (server is not null)
                await server.StopAsync();
            folder.Dispose();
            if (failed is IOException or UnauthorizedAccessException)
                throw Unusable(options, failed);
            throw;
        }
    }

    /// <summary>Restarts the server if it has stopped.</summary>
    /// <returns>Whether it was restarted.</returns>
    public async Task<bool> EnsureRunningAsync(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            return !disposed && await runningServer.EnsureRunningAsync(ct);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Stops the server at once, as the last thing before the process ends.</summary>
    public void StopAtOnce(TimeSpan within) => runningServer.StopAtOnce(within);

    public async ValueTask DisposeAsync()
    {
        await turn.WaitAsync();
        try
        {
            if (disposed)
                return;
            disposed = true;
            await runningServer.StopAsync();
            usedFolder.Dispose();
        }
        finally
        {
            turn.Release();
        }
    }
}
