using ArtsakhLedger.Embedded;
using ArtsakhLedger.Tests.Embedded;
using Npgsql;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Nodes;

/// <summary>A streaming replica of an embedded server, made by pg_basebackup.</summary>
public sealed class Standby : IAsyncDisposable
{
    private readonly ServerAccount account = ServerAccount.ForCurrentProcess();
    private readonly PostgresBinaries binaries;
    private readonly string folder;

    private Standby(PostgresBinaries binaries, string folder)
    {
        (this.binaries, this.folder) = (binaries, folder);
        ConnectionString = EmbeddedDatabase.ConnectionString(Socket);
    }

    public string ConnectionString { get; }

    private string Data => Path.Combine(folder, "data");

    private string Socket => Path.Combine(folder, "socket");

    /// <summary>Makes one and starts it. The test is skipped where PostgreSQL's programs came without pg_basebackup, as those from npm do.</summary>
    public static async Task<Standby> OfAsync(TemporaryHome home)
    {
        var found = await PostgresBinaries.FindAsync(
            home.Place,
            ServerAccount.ForCurrentProcess(),
            null,
            null,
            TestContext.Current.CancellationToken
        );
        var baseBackup = Path.Combine(found.Folder, "pg_basebackup");
        Assert.SkipUnless(File.Exists(baseBackup), "There is no pg_basebackup here.");
        var standby = new Standby(found, home.Reachable("standby"));
        await standby.account.CreatePrivateFolderAsync(standby.Data, TestContext.Current.CancellationToken);
        await standby.account.CreatePrivateFolderAsync(standby.Socket, TestContext.Current.CancellationToken);
        var primary = TemporaryHome.Postmaster(home.Place)!.SocketFolder;
        await standby.RunAsync(
            baseBackup,
            "-h",
            primary,
            "-U",
            EmbeddedDatabase.Name,
            "-D",
            standby.Data,
            "-R",
            "-X",
            "stream",
            "-c",
            "fast"
        );
        await standby.RunAsync(
            found.PgCtl,
            "start",
            "--wait",
            "-D",
            standby.Data,
            "-l",
            Path.Combine(standby.Data, "server.log"),
            "-o",
            EmbeddedDatabase.Options(standby.Socket)
        );
        return standby;
    }

    /// <summary>Pauses replay, and waits until it is paused: PostgreSQL only takes the request down.</summary>
    public async Task PauseAsync()
    {
        await ExecuteAsync("select pg_wal_replay_pause()");
        for (var patience = 0; await ExecuteAsync("select pg_get_wal_replay_pause_state()") is not "paused"; patience++)
        {
            patience.ShouldBeLessThan(1000);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public Task ResumeAsync() => ExecuteAsync("select pg_wal_replay_resume()");

    /// <summary>Waits until it has a position.</summary>
    public async Task UntilItHasAsync(long position)
    {
        for (
            var patience = 0;
            await ExecuteAsync("select coalesce(max(position), 0) from ledger.positions") is not long there || there < position;
            patience++
        )
        {
            patience.ShouldBeLessThan(1000);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public void Kill() => PostmasterFile.Read(Data)!.Kill();

    public async ValueTask DisposeAsync()
    {
        if (PostmasterFile.Read(Data) is { } running && running.IsRunning())
        {
            await RunAsync(binaries.PgCtl, "stop", "-D", Data, "-m", "immediate");
        }
    }

    private async Task<object?> ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private async Task RunAsync(params string[] command)
    {
        var done = await account.RunAsync(command, CancellationToken.None);
        done.Succeeded.ShouldBeTrue(done.Output);
    }
}
