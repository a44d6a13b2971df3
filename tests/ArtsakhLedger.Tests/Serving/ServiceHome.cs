using ArtsakhLedger.Embedded;
using ArtsakhLedger.Tests.Embedded;
using ArtsakhLedger.Tests.Running;

namespace ArtsakhLedger.Tests.Serving;

/// <summary>An empty home for the program as a process of its own; what it left there goes with the home.</summary>
public sealed class ServiceHome : IDisposable
{
    private readonly TemporaryHome home = new();

    public ServiceHome()
    {
        // Open to others, so that root's data lies here too and not in the machine's own folders.
        var folder = home.Reachable("user");
        var share = OperatingSystem.IsMacOS() ? Path.Combine(folder, "Library", "Application Support") : folder;
        Data = Path.Combine(share, "artsakh-ledger", "postgres", "data");
        Environment = new Dictionary<string, string>
        {
            ["HOME"] = folder,
            ["XDG_DATA_HOME"] = folder,
            // Programs that npm fetched before are not fetched again.
            ["XDG_CACHE_HOME"] = Path.GetFullPath(Path.Combine(EmbeddedPostgresOptions.ForCurrentUser().Cache, "..", "..")),
        };
    }

    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>The server, while it runs or when it was killed; null when it was stopped.</summary>
    internal PostmasterFile? Postmaster => PostmasterFile.Read(Data);

    private string Data { get; }

    public RunningService Serve() => new(Environment);

    public Task<(int ExitCode, string Output)> RunAsync(params string[] words) => LedgerProgram.RunInAsync(Environment, words);

    public void Dispose() => home.Dispose();
}
