using System.Diagnostics;
using System.Text.Json.Nodes;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.RulesOfTime;

/// <summary>A Python program that the contract comes with: slow, and plain on purpose.</summary>
internal static class SharedProgram
{
    /// <summary>Why it cannot be asked here; null where it can.</summary>
    public static string? Missing(string name) =>
        !File.Exists(PathOf(name)) ? $"skipped: there is no ../shared/rules/{name} to compare with"
        : (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .All(path => !File.Exists(Path.Combine(path, "python3")))
            ? $"skipped: ../shared/rules/{name} needs python3"
        : null;

    /// <summary>Where it is.</summary>
    public static string PathOf(string name) => Path.Combine(Repository.Root, "..", "shared", "rules", name);

    /// <summary>What it answers to a list of cases.</summary>
    public static async Task<string> AnswersAsync(string name, string[] arguments, JsonArray cases)
    {
        var start = new ProcessStartInfo("python3", [PathOf(name), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var answers = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(cases.ToJsonString());
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, await errors);
        return await answers;
    }
}
