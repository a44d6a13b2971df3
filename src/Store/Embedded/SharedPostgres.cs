namespace ArtsakhLedger.Embedded;

/// <summary>
/// The embedded server as used by a command. It joins the server of a running service or command; if there is none, it starts one that others
/// may join and that is stopped after the last of them has left.
/// </summary>
internal sealed class SharedPostgres : IAsyncDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan JoinTimeout = TimeSpan.FromSeconds(30);

    private readonly EmbeddedPostgres? started;
    private readonly GuestLock? joined;

    private SharedPostgres(EmbeddedPostgres started) => (this.started, ConnectionString) = (started, started.ConnectionString);

    private SharedPostgres(GuestLock joined, string socketFolder) =>
        (this.joined, ConnectionString) = (joined, EmbeddedDatabase.ConnectionString(socketFolder));

    public string ConnectionString { get; }

    /// <summary>Joins or starts the server; waits while its owner is starting or stopping it.</summary>
    public static async Task<SharedPostgres> JoinOrStartAsync(
        EmbeddedPostgresOptions options,
        IProgress<string>? progress,
        CancellationToken ct
    )
    {
        var deadline = DateTime.UtcNow + JoinTimeout;
        while (true)
        {
            try
            {
                return new SharedPostgres(await EmbeddedPostgres.StartAsync(options, progress, ct));
            }
            catch (FolderInUseException owned)
            {
                if (await TryJoinAsync(owned.Folder, ct) is { } guest)
                    return guest;
                if (DateTime.UtcNow > deadline)
                {
                    throw new EmbeddedPostgresException(
                        $"{owned.Message} Its database has not answered for {JoinTimeout.TotalSeconds} seconds.",
                        owned
                    );
                }
            }
            await Task.Delay(PollInterval, ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        joined?.Dispose();
        if (started is not null)
        {
            using var alone = await GuestLock.KeepGuestsOutAsync(started.Folder);
            await started.DisposeAsync();
        }
    }

    private static async Task<SharedPostgres?> TryJoinAsync(string folder, CancellationToken ct)
    {
        if (GuestLock.TryTake(folder) is not { } guest)
            return null;
        if (
            PostmasterFile.Read(ServerFolder.DataIn(folder)) is { IsReady: true } server
            && await EmbeddedDatabase.AnswersAsync(server.SocketFolder, ct)
        )
        {
            return new SharedPostgres(guest, server.SocketFolder);
        }
        guest.Dispose();
        return null;
    }
}
