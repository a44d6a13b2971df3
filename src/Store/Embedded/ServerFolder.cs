using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ArtsakhLedger.Embedded;

/// <summary>The locked folder of an embedded server, with its data, socket and log.</summary>
internal sealed partial class ServerFolder : IDisposable
{
    // sockaddr_un has 108 bytes on Linux and 104 on macOS, including the terminating zero.
    private const int MaxSocketPathLength = 103;

    private readonly ServerAccount account;
    private readonly ServiceLock serviceLock;

    private ServerFolder(string path, ServerAccount account)
    {
        Path = path;
        this.account = account;
        serviceLock = ServiceLock.Take(path);
    }

    public string Path { get; }

    public string Data => DataIn(Path);

    public string Log => System.IO.Path.Combine(Data, "server.log");

    /// <summary>The major version of PostgreSQL that created the data; null where there is no data yet.</summary>
    public int? DataVersion =>
        System.IO.Path.Combine(Data, "PG_VERSION") is var file && File.Exists(file) ? int.Parse(File.ReadAllText(file)) : null;

    /// <summary>The folder of the socket. Its path is short and needs no quoting in a shell or in PostgreSQL's list of folders.</summary>
    public string SocketFolder => SocketWithin(Path) is var own && FitsSocket(own) ? own : $"/tmp/artsakh-ledger-{Digest(Path)}";

    private bool ContainsSocketFolder => SocketFolder.StartsWith(Path, StringComparison.Ordinal);

    public static string DataIn(string path) => System.IO.Path.Combine(path, "data");

    public static async Task<ServerFolder> OpenAsync(
        EmbeddedPostgresOptions options,
        ServerAccount account,
        IProgress<string>? progress,
        CancellationToken ct
    )
    {
        var wanted = System.IO.Path.GetFullPath(options.Data);
        if (new DirectoryInfo(wanted) is { LinkTarget: not null } link)
            return new ServerFolder(Create(link.ResolveLinkTarget(returnFinalTarget: true)!.FullName, account), account);
        if (Directory.Exists(wanted))
            return new ServerFolder(wanted, account);

        var parent = Directory.CreateDirectory(System.IO.Path.GetDirectoryName(wanted)!).FullName;
        if (account.OtherUser is null || (FitsSocket(SocketWithin(wanted)) && await account.CanEnterAsync(parent, ct)))
            return new ServerFolder(Create(wanted, account), account);

        var reachable = System.IO.Path.Combine(options.RootData, Digest(wanted));
        Create(options.RootData, account);
        var folder = new ServerFolder(Create(reachable, account), account);
        folder.SetOrphanedDataAside(progress);
        Directory.CreateSymbolicLink(wanted, reachable);
        return folder;
    }

    public async Task CreateSocketFolderAsync(CancellationToken ct)
    {
        if (ContainsSocketFolder && Directory.Exists(SocketFolder))
            return;
        // Another user may have created it in /tmp: a link is rejected here, a folder when its mode is set.
        if (new DirectoryInfo(SocketFolder).LinkTarget is not null)
            throw new EmbeddedPostgresException($"{SocketFolder} is a link that ArtsakhLedger did not make: remove it.");
        await account.CreatePrivateFolderAsync(SocketFolder, ct);
    }

    /// <summary>Runs initdb in a staging folder and moves the result into place, so that the data is never incomplete.</summary>
    public async Task CreateDataAsync(PostgresBinaries binaries, CancellationToken ct)
    {
        var unfinished = StagingFolder.In(Path);
        await account.CreatePrivateFolderAsync(unfinished, ct);
        // Strings are compared by code point, but case conversion works for all scripts.
        var letters = OperatingSystem.IsMacOS() ? "en_US.UTF-8" : "C.UTF-8";
        var created = await account.RunAsync(
            [
                binaries.Initdb,
                "-D",
                unfinished,
                "-U",
                EmbeddedDatabase.Name,
                "--auth-local=trust",
                "--auth-host=reject",
                "--encoding=UTF8",
                "--locale=C",
                $"--lc-ctype={letters}",
            ],
            ct
        );
        if (!created.Succeeded)
            throw new EmbeddedPostgresException($"Cannot create the database in {Path}: {created.Output}");
        Directory.Move(unfinished, Data);
    }

    public void Dispose()
    {
        if (!ContainsSocketFolder && Directory.Exists(SocketFolder) && PostmasterFile.Read(Data) is null)
            Directory.Delete(SocketFolder, recursive: true);
        serviceLock.Dispose();
    }

    // A deleted link in the home directory means a new start. The data is kept nevertheless: the home directory may only be unmounted.
    private void SetOrphanedDataAside(IProgress<string>? progress)
    {
        if (!Directory.Exists(Data))
            return;
        if (PostmasterFile.Read(Data) is { } left)
        {
            left.Kill();
            left.Delete();
        }
        var aside = $"{Data}-{DateTime.UtcNow:yyyyMMdd'T'HHmmss}";
        Directory.Move(Data, aside);
        progress?.Report($"Earlier data, which no home directory links to any more, is kept in {aside}.");
    }

    private static string Create(string path, ServerAccount account)
    {
        if (Directory.Exists(path))
            return path;
        var mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (account.OtherUser is not null)
            mode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        Directory.CreateDirectory(path);
        File.SetUnixFileMode(path, mode);
        return path;
    }

    private static string SocketWithin(string folder) => System.IO.Path.Combine(folder, "socket");

    private static bool FitsSocket(string folder) =>
        PlainPath().IsMatch(folder) && Encoding.UTF8.GetByteCount(EmbeddedDatabase.SocketIn(folder)) <= MaxSocketPathLength;

    private static string Digest(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..16];

    [GeneratedRegex("^[A-Za-z0-9/._+-]+\\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainPath();
}
