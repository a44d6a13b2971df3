using System.ComponentModel;
using System.Diagnostics;

namespace ArtsakhLedger.Embedded;

/// <summary>Finds the PostgreSQL that is installed on the machine.</summary>
internal static class InstalledPostgres
{
    // * stands for a version.
    private static readonly string[] UsualFolders =
    [
        "/usr/lib/postgresql/*/bin", // Debian, Ubuntu
        "/usr/pgsql-*/bin", // PostgreSQL's own packages for Red Hat and related systems
        "/usr/libexec/postgresql*", // Alpine
        "/opt/homebrew/opt/postgresql@*/bin", // Homebrew on Apple silicon
        "/usr/local/opt/postgresql@*/bin", // Homebrew on Intel
        "/home/linuxbrew/.linuxbrew/opt/postgresql@*/bin",
        "/Applications/Postgres.app/Contents/Versions/*/bin",
    ];

    /// <summary>The folders with PostgreSQL's programs, without duplicates through links. pg_config comes last, since it takes a process.</summary>
    public static IEnumerable<string> Folders() =>
        UsualFolders
            .SelectMany(Expand)
            .Concat(SearchPath.Folders)
            .Select(folder => Path.Combine(folder, "postgres"))
            .Concat(AskPgConfig())
            .Where(File.Exists)
            .Select(program => File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program)
            .Select(program => Path.GetDirectoryName(program)!)
            .Distinct();

    private static IEnumerable<string> Expand(string pattern)
    {
        var parts = pattern.Split('/');
        var versioned = Array.FindIndex(parts, p => p.Contains('*'));
        var above = string.Join('/', parts[..versioned]);
        if (!Directory.Exists(above))
            return [];
        return Directory
            .EnumerateDirectories(above, parts[versioned])
            .OrderDescending(StringComparer.Ordinal)
            .Select(folder => Path.Combine([folder, .. parts[(versioned + 1)..]]));
    }

    private static IEnumerable<string> AskPgConfig()
    {
        if (SearchPath.Find("pg_config") is not { } pgConfig)
            yield break;
        var answer = "";
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(pgConfig, ["--bindir"]) { UseShellExecute = false, RedirectStandardOutput = true }
            )!;
            answer = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
        }
        catch (Win32Exception)
        {
            yield break;
        }
        if (Path.IsPathRooted(answer))
            yield return Path.Combine(answer, "postgres");
    }
}
