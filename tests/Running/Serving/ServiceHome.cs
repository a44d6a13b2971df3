using System.Diagnostics;
using ArtsakhLedger.Embedded;
using ArtsakhLedger.Tests.Embedded;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Serving;

/// <summary>A home for the program as a process of its own, empty or filled with the record; what the program left there goes with the home.</summary>
public sealed class ServiceHome : IDisposable
{
    private static readonly Lazy<Task<ServiceHome>> Original = new(ImportAsync);

    private readonly TemporaryHome home = new();
    private readonly string folder;

    public ServiceHome()
    {
        // Open to others, so that root's data lies here too and not in the machine's own folders.
        folder = home.Reachable("user");
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

    /// <summary>Fills it with the record, as an import left it in another home. Copying that takes a fraction of the time.</summary>
    public async Task FillAsync()
    {
        var original = await Original.Value;
        using var copying = Process.Start("cp", ["-a", Path.Combine(original.folder, "."), folder]);
        await copying.WaitForExitAsync(TestContext.Current.CancellationToken);
        copying.ExitCode.ShouldBe(0);
    }

    /// <summary>Starts the home's server without a service, as a database for services elsewhere.</summary>
    internal Task<EmbeddedPostgres> StartServerAsync() =>
        TemporaryHome.StartAsync(new EmbeddedPostgresOptions(Path.GetDirectoryName(Data)!, Cache: "/nowhere"));

    public RunningService Serve() => new(Environment);

    public Task<(int ExitCode, string Output)> RunAsync(params string[] words) => LedgerProgram.RunInAsync(Environment, words);

    public void Dispose() => home.Dispose();

    /// <summary>Deletes the home that others were copied from, after all tests.</summary>
    public static async Task DisposeOriginalAsync()
    {
        if (Original.IsValueCreated)
        {
            (await Original.Value).Dispose();
        }
    }

    private static async Task<ServiceHome> ImportAsync()
    {
        var original = new ServiceHome();
        var (exitCode, output) = await original.RunAsync("import", Repository.Events);
        exitCode.ShouldBe(0, output);
        output.ShouldContain("0 were recorded already");
        return original;
    }
}
