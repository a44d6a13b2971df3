namespace ArtsakhLedger.Embedded;

/// <summary>The server process for the data in a folder.</summary>
internal sealed class PostgresServer(ServerFolder folder, ServerAccount account, PostgresBinaries binaries, TimeSpan stopWithin)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan EndWithin = TimeSpan.FromMinutes(1);
    private Task<ChildProcess>? starting;

    /// <summary>Takes over the server that a killed service left running, or starts one.</summary>
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
            await WaitUntilAsync(() => !left.HasOrphans(), "PostgreSQL's last processes are still exiting", progress, ct);
            left.Delete();
        }
        await StartAsync(progress, ct);
    }

    /// <summary>Restarts the server if it has stopped.</summary>
    /// <returns>Whether it was restarted.</returns>
    public async Task<bool> EnsureRunningAsync(CancellationToken ct)
    {
        var before = PostmasterFile.Read(folder.Data);
        await TakeOverOrStartAsync(progress: null, ct);
        return PostmasterFile.Read(folder.Data)?.IsSameServerAs(before) == false;
    }

    public async Task StopAsync()
    {
        while (starting is { IsCompleted: false } && PostmasterFile.Read(folder.Data) is null)
            await Task.Delay(PollInterval);
        if (!await StopAsync("fast", stopWithin))
            await StopAsync("immediate", EndWithin);
        if (starting is not null)
            await starting;
    }

    /// <summary>Stops the server without any order, and blocks until it has ended or some time is over.</summary>
    public void StopAtOnce(TimeSpan within)
    {
        if (PostmasterFile.Read(folder.Data) is { } running)
        {
            running.StopAtOnce();
            var until = DateTime.UtcNow + within;
            while (PostmasterFile.Read(folder.Data) is not null && running.IsRunning() && DateTime.UtcNow < until)
                Thread.Sleep(PollInterval);
        }
    }

    private async Task<bool> BecomesUsableAsync(PostmasterFile left, IProgress<string>? progress, CancellationToken ct)
    {
        PostmasterFile? now = null;
        await WaitUntilAsync(
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
        // pg_ctl starts the server in a session of its own, so that Ctrl+C does not reach it. It reports failure, but checks only ten times a
        // second whether the server is ready, so that is checked here. Cancelling must not kill it halfway.
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
        await WaitUntilAsync(
            () => starting.IsCompleted || (PostmasterFile.Read(folder.Data) is { IsReady: true } now && !now.IsSameServerAs(before)),
            "PostgreSQL is starting; after an unclean stop it recovers first",
            progress,
            ct
        );
        if (starting.IsCompleted && await starting is { Succeeded: false } failed)
            throw new EmbeddedPostgresException($"PostgreSQL did not start in {folder.Path}{UserHint}: {failed.Output}\n{EndOfLog()}");
    }

    private async Task<bool> StopAsync(string mode, TimeSpan within)
    {
        if (PostmasterFile.Read(folder.Data) is not { } running)
            return true;
        await account.RunAsync([binaries.PgCtl, "stop", "-D", folder.Data, "-m", mode, "--no-wait"], CancellationToken.None);
        using var timeout = new CancellationTokenSource(within);
        try
        {
            await WaitUntilAsync(() => PostmasterFile.Read(folder.Data) is null || !running.IsRunning(), "", progress: null, timeout.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task WaitUntilAsync(Func<bool> condition, string message, IProgress<string>? progress, CancellationToken ct)
    {
        var report = DateTime.UtcNow + ReportInterval;
        while (!condition())
        {
            await Task.Delay(PollInterval, ct);
            if (DateTime.UtcNow < report)
                continue;
            progress?.Report($"{message} …");
            report = DateTime.UtcNow + ReportInterval;
        }
    }

    private string UserHint => account.OtherUser is null ? "" : $" (as the user {account.OtherUser})";

    private string EndOfLog() => File.Exists(folder.Log) ? string.Join('\n', File.ReadLines(folder.Log).TakeLast(15)) : "";
}
