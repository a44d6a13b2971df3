namespace ArtsakhLedger.Embedded;

/// <summary>The server process on a folder's data.</summary>
internal sealed class PostgresServer(ServerFolder folder, ServerAccount account, PostgresBinaries binaries)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private Task<ChildProcess>? starting;

    /// <summary>Takes over the server that a killed service left, alive or dead, or starts one.</summary>
    public async Task TakeOverOrStartAsync(IProgress<string>? progress, CancellationToken ct)
    {
        var left = PostmasterFile.Read(folder.Data);
        if (left is not null && left.IsRunning())
        {
            if (await BecomesUsableAsync(left, progress, ct))
            {
                progress?.Report($"Took over the PostgreSQL server that an earlier run left (process {left.ProcessId}).");
                return;
            }
            await StopAsync();
        }
        else if (left is not null)
        {
            await UntilAsync(() => !left.HasOrphans(), "PostgreSQL's last processes are still ending", progress, ct);
            left.Delete();
        }
        await StartAsync(progress, ct);
    }

    /// <returns>True where it did not run and was started.</returns>
    public async Task<bool> EnsureRunningAsync(CancellationToken ct)
    {
        var before = PostmasterFile.Read(folder.Data);
        await TakeOverOrStartAsync(progress: null, ct);
        return PostmasterFile.Read(folder.Data)?.IsOfSameServerAs(before) == false;
    }

    public async Task StopAsync()
    {
        while (starting is { IsCompleted: false } && PostmasterFile.Read(folder.Data) is null)
            await Task.Delay(Glance);
        if (!await StopAsync("fast"))
            await StopAsync("immediate");
        if (starting is not null)
            await starting;
    }

    private async Task<bool> BecomesUsableAsync(PostmasterFile left, IProgress<string>? progress, CancellationToken ct)
    {
        PostmasterFile? now = null;
        await UntilAsync(
            () => (now = PostmasterFile.Read(folder.Data)) is null or { IsReady: true } or { IsStopping: true } || !left.IsRunning(),
            "The PostgreSQL server that an earlier run left is still starting",
            progress,
            ct
        );
        return now is { IsReady: true } && File.Exists(EmbeddedDatabase.SocketIn(folder.SocketFolder));
    }

    private async Task StartAsync(IProgress<string>? progress, CancellationToken ct)
    {
        await folder.CreateSocketFolderAsync(ct);
        if (File.Exists(folder.Log))
            File.Move(folder.Log, $"{folder.Log}.1", overwrite: true);

        var before = PostmasterFile.Read(folder.Data);
        // pg_ctl puts the server into a session of its own, out of reach of a terminal's Ctrl+C. It looks only ten times a second
        // whether the server is ready, so we look for ourselves; it is the one that knows when the server failed.
        starting = account.RunAsync(
            [
                binaries.PgCtl,
                "start",
                "--wait",
                "--timeout=86400",
                "-D",
                folder.Data,
                "-l",
                folder.Log,
                "-o",
                EmbeddedDatabase.Options(folder.SocketFolder),
            ],
            CancellationToken.None
        );
        await UntilAsync(
            () => starting.IsCompleted || (PostmasterFile.Read(folder.Data) is { IsReady: true } now && !now.IsOfSameServerAs(before)),
            "PostgreSQL is starting; after an unclean stop it recovers first",
            progress,
            ct
        );
        if (starting.IsCompleted && await starting is { Succeeded: false } failed)
            throw new EmbeddedPostgresException($"PostgreSQL did not start in {folder.Path}{AsWhom}: {failed.Output}\n{EndOfLog()}");
    }

    private async Task<bool> StopAsync(string mode)
    {
        if (PostmasterFile.Read(folder.Data) is not { } running)
            return true;
        await account.RunAsync([binaries.PgCtl, "stop", "-D", folder.Data, "-m", mode, "--no-wait"], CancellationToken.None);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await UntilAsync(() => PostmasterFile.Read(folder.Data) is null || !running.IsRunning(), "", progress: null, patience.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task UntilAsync(Func<bool> reached, string meanwhile, IProgress<string>? progress, CancellationToken ct)
    {
        var report = DateTime.UtcNow + LongWait;
        while (!reached())
        {
            await Task.Delay(Glance, ct);
            if (DateTime.UtcNow < report)
                continue;
            progress?.Report($"{meanwhile} …");
            report = DateTime.UtcNow + LongWait;
        }
    }

    private string AsWhom => account.OtherUser is null ? "" : $" (as the user {account.OtherUser})";

    private string EndOfLog() => File.Exists(folder.Log) ? string.Join('\n', File.ReadLines(folder.Log).TakeLast(15)) : "";
}
