namespace ArtsakhLedger.Embedded;

/// <summary>
/// A PostgreSQL server of the service's own: on a Unix socket, with data kept between runs. Outlives a killed service, whose
/// successor takes it over; is stopped with a service that ends.
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

    /// <summary>For Npgsql, as the owner of the database and superuser of the server.</summary>
    public string ConnectionString { get; }

    public string Description { get; }

    /// <summary>The folder that holds its data and its locks.</summary>
    public string Folder => usedFolder.Path;

    public static async Task<EmbeddedPostgres> StartAsync(
        EmbeddedPostgresOptions place,
        IProgress<string>? progress,
        CancellationToken ct
    ) => await (await BeginAsync(place, progress, ct)).Started;

    /// <summary>Takes its folder and begins to start it: where it will answer is known before it does.</summary>
    public static async Task<(string ConnectionString, Task<EmbeddedPostgres> Started)> BeginAsync(
        EmbeddedPostgresOptions place,
        IProgress<string>? progress,
        CancellationToken ct
    )
    {
        if (OperatingSystem.IsWindows())
            throw new EmbeddedPostgresException(NoPostgresMessage.OnWindows);

        var account = ServerAccount.ForCurrentProcess();
        var folder = await ServerFolder.OpenAsync(place, account, progress, ct);
        return (
            EmbeddedDatabase.ConnectionString(folder.SocketFolder),
            Task.Run(() => StartAsync(place, folder, account, progress, ct), CancellationToken.None)
        );
    }

    private static async Task<EmbeddedPostgres> StartAsync(
        EmbeddedPostgresOptions place,
        ServerFolder folder,
        ServerAccount account,
        IProgress<string>? progress,
        CancellationToken ct
    )
    {
        PostgresServer? server = null;
        try
        {
            var binaries = await PostgresBinaries.FindAsync(place, account, folder.DataVersion, progress, ct);
            if (folder.DataVersion is null)
            {
                progress?.Report($"Creating a PostgreSQL {binaries.Version} database in {folder.Path} …");
                await folder.CreateDataAsync(binaries, ct);
            }

            server = new PostgresServer(folder, account, binaries);
            await server.TakeOverOrStartAsync(progress, ct);
            await EmbeddedDatabase.CreateWhereMissingAsync(folder.SocketFolder, ct);
            return new EmbeddedPostgres(folder, server, binaries);
        }
        catch
        {
            if (server is not null)
                await server.StopAsync();
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Starts the server again where somebody else ended it.</summary>
    /// <returns>True where that was needed.</returns>
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
