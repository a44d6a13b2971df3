using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.RuleCases;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;
using Case = ArtsakhLedger.RuleCases.Case;

namespace ArtsakhLedger.Tests.RulesOfTime;

/// <summary>The rules of valid time as the Python program that the contract comes with, which enumerates every interval.</summary>
internal static class SharedOracle
{
    private static readonly string Program = Path.Combine(Repository.Root, "..", "shared", "rules", "oracle.py");

    /// <summary>Why it cannot be asked here; null where it can.</summary>
    public static string? Missing() =>
        !File.Exists(Program) ? "skipped: there is no ../shared/rules/oracle.py to compare with"
        : !File.ReadLines(Program).Take(5).Any(line => line.Contains("rules 2", StringComparison.Ordinal))
            ? "skipped: ../shared/rules/oracle.py does not answer by rules 2, as this program does"
        : (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .All(path => !File.Exists(Path.Combine(path, "python3")))
            ? "skipped: ../shared/rules/oracle.py needs python3"
        : null;

    /// <summary>Its answers to cases, in their order.</summary>
    public static async Task<IReadOnlyList<Answer>> QueryAsync(IEnumerable<Case> cases)
    {
        var start = new ProcessStartInfo("python3", [Program, "--many"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var answers = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(new JsonArray([.. cases.Select(asked => asked.ToJson())]).ToJsonString());
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, await errors);
        return JsonSerializer.Deserialize<List<Answer>>(await answers, JsonSerializerOptions.Web)!;
    }
}
