using System.Diagnostics;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Log;

/// <summary>The checker in <c>tests/LogChecker</c>, which reads the log with Go's own implementation. Debian's packages <c>golang-go</c> and
/// <c>golang-golang-x-mod-dev</c> are all that it needs.</summary>
public sealed class GoChecker : IDisposable
{
    private const string DebianGoPath = "/usr/share/gocode";

    private readonly string folder = Directory.CreateTempSubdirectory("log-checker-").FullName;

    private string Program => Path.Combine(folder, "logchecker");

    /// <summary>Why it cannot be built here; null where it can.</summary>
    public static string? Missing() =>
        !Directory.Exists(Path.Combine(DebianGoPath, "src", "golang.org", "x", "mod", "sumdb"))
            ? "skipped: the Go checker needs the Debian package golang-golang-x-mod-dev"
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).All(path => !File.Exists(Path.Combine(path, "go")))
            ? "skipped: the Go checker needs go (the Debian package golang-go)"
        : null;

    public async Task BuildAsync()
    {
        var (exitCode, output) = await RunAsync(
            "go",
            ["build", "-o", Program, Path.Combine(Repository.Root, "tests", "LogChecker", "main.go")],
            new Dictionary<string, string>
            {
                ["GO111MODULE"] = "off",
                ["GOPATH"] = DebianGoPath,
                ["GOFLAGS"] = "",
            }
        );
        exitCode.ShouldBe(0, output);
    }

    public Task<(int ExitCode, string Output)> CheckAsync(string log, params string[] kept) =>
        RunAsync(Program, [log, .. kept], new Dictionary<string, string>());

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<(int ExitCode, string Output)> RunAsync(
        string program,
        string[] arguments,
        IReadOnlyDictionary<string, string> environment
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
