using System.Diagnostics;
using MySqlConnector;

namespace Benchmarks.AsOf.MariaDb;

/// <summary>A MariaDB server of the benchmark's own, with data that are made anew, on a Unix socket, as durable as PostgreSQL is.</summary>
internal sealed class MariaDbServer : IAsyncDisposable
{
    private static readonly string[] Folders = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"];
    private readonly Process process;

    private MariaDbServer(Process process, string folder) => (this.process, Folder) = (process, folder);

    /// <summary>Where its data lie, and whatever it is to read.</summary>
    public string Folder { get; }

    public string ConnectionString => ConnectionStringOf(Folder);

    /// <summary>Starts it; null where MariaDB is not installed.</summary>
    public static async Task<MariaDbServer?> StartAsync(string folder)
    {
        if (Find("mariadbd") is not { } server || Find("mariadb-install-db") is not { } install)
        {
            return null;
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        string[] place = ["--no-defaults", $"--user={Environment.UserName}", $"--datadir={Path.Combine(folder, "data")}"];
        using (var making = Start(install, [.. place, "--auth-root-authentication-method=normal", "--skip-test-db"]))
        {
            var said = await making.StandardOutput.ReadToEndAsync();
            await making.WaitForExitAsync();
            if (making.ExitCode != 0)
            {
                throw new InvalidOperationException($"MariaDB's data cannot be made in {folder}: {said}");
            }
        }

        var started = new MariaDbServer(
            Start(
                server,
                [
                    .. place,
                    $"--socket={SocketIn(folder)}",
                    $"--pid-file={Path.Combine(folder, "pid")}",
                    $"--log-error={Path.Combine(folder, "log")}",
                    "--skip-networking",
                    "--innodb-flush-log-at-trx-commit=1",
                    "--innodb-buffer-pool-size=4G",
                    "--innodb-log-file-size=1G",
                    "--default-time-zone=+00:00",
                    "--character-set-server=utf8mb4",
                ]
            ),
            folder
        );
        await started.WaitAsync();
        return started;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await using (var connection = new MySqlConnection(ConnectionString))
            {
                await connection.OpenAsync();
                await using var shutdown = new MySqlCommand("shutdown", connection);
                await shutdown.ExecuteNonQueryAsync();
            }

            await process.WaitForExitAsync();
        }

        process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static string SocketIn(string folder) => Path.Combine(folder, "socket");

    private static string? Find(string program) => Folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static string ConnectionStringOf(string folder) =>
        new MySqlConnectionStringBuilder
        {
            Server = SocketIn(folder),
            ConnectionProtocol = MySqlConnectionProtocol.UnixSocket,
            UserID = "root",
            MaximumPoolSize = 16,
            ConnectionReset = false, // what is prepared on a connection stays so
            DefaultCommandTimeout = 0,
        }.ConnectionString;

    private static Process Start(string program, IEnumerable<string> words) =>
        Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true, UseShellExecute = false })!;

    private async Task WaitAsync()
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            try
            {
                await using var connection = new MySqlConnection(ConnectionString);
                await connection.OpenAsync();
                Console.WriteLine($"MariaDB {connection.ServerVersion} in {Folder}.");
                return;
            }
            catch (MySqlException) when (!process.HasExited && patience.Elapsed < TimeSpan.FromMinutes(1)) { }
        }
    }
}
