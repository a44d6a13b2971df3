namespace ArtsakhLedger.Embedded;

/// <summary>
/// The embedded server as a command uses it: that of a running service or command, which it joins and leaves running, or where there
/// is none, one that it starts itself, that others may join, and that it stops when the last of them has left.
/// </summary>
internal sealed class SharedPostgres : IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly EmbeddedPostgres? started;
    private readonly GuestLock? joined;

    private SharedPostgres(EmbeddedPostgres started) => (this.started, ConnectionString) = (started, started.ConnectionString);

    private SharedPostgres(GuestLock joined, string socketFolder) =>
        (this.joined, ConnectionString) = (joined, EmbeddedDatabase.ConnectionString(socketFolder));

    public string ConnectionString { get; }

    /// <summary>Waits for a server whose owner is only just starting or stopping it.</summary>
    public static async Task<SharedPostgres> JoinOrStartAsync(
        EmbeddedPostgresOptions place,
        IProgress<string>? progress,
        CancellationToken ct
    )
    {
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                return new SharedPostgres(await EmbeddedPostgres.StartAsync(place, progress, ct));
            }
            catch (FolderInUseException owned)
            {
                if (await TryJoinAsync(owned.Folder, ct) is { } guest)
                    return guest;
                if (DateTime.UtcNow > deadline)
                {
                    throw new EmbeddedPostgresException(
                        $"{owned.Message} Its database has not answered for {Patience.TotalSeconds} seconds.",
                        owned
                    );
                }
            }
            await Task.Delay(Glance, ct);
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
