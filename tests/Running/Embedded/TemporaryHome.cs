using ArtsakhLedger.Embedded;
using Npgsql;
using Xunit;

namespace ArtsakhLedger.Tests.Embedded;

/// <summary>A home of a test's own; its server and its folders go with it.</summary>
public sealed class TemporaryHome : IDisposable
{
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode EveryoneMayPass = OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("ledger-");

    public TemporaryHome()
    {
        root.UnixFileMode = EveryoneMayPass;
        Home = Directory.CreateDirectory(Path.Combine(root.FullName, "home"), OwnerOnly).FullName;
        Place = new EmbeddedPostgresOptions(Path.Combine(Home, "share", "postgres"), Path.Combine(Home, "cache", "postgres"))
        {
            RootData = Path.Combine(root.FullName, "lib"),
            RootCache = Path.Combine(root.FullName, "cache"),
        };
    }

    public string Home { get; }

    internal EmbeddedPostgresOptions Place { get; }

    /// <summary>A folder beside the home that every user can enter.</summary>
    public string Reachable(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root.FullName, name));
        folder.UnixFileMode = EveryoneMayPass;
        return folder.FullName;
    }

    internal Task<EmbeddedPostgres> StartAsync() => StartAsync(Place);

    internal static Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions place) =>
        EmbeddedPostgres.StartAsync(place, progress: null, TestContext.Current.CancellationToken);

    internal static async Task<T> QueryAsync<T>(EmbeddedPostgres postgres, string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    internal static PostmasterFile? Postmaster(EmbeddedPostgresOptions place) => PostmasterFile.Read(Path.Combine(place.Data, "data"));

    public void Dispose()
    {
        foreach (var pid in root.EnumerateFiles("postmaster.pid", SearchOption.AllDirectories))
        {
            var left = PostmasterFile.Read(pid.DirectoryName!);
            left?.Kill();
            SpinWait.SpinUntil(() => left?.HasOrphans() != true);
        }
        root.Delete(recursive: true);
    }
}
