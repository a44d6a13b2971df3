using ArtsakhLedger.CommandLine;
using Microsoft.Extensions.Configuration;
using Spectre.Console.Testing;
using Xunit;

namespace ArtsakhLedger.Tests.Running;

/// <summary>A verb run within the tests' own process. <c>ProcessTests</c> hold that the program prints and ends in the same way.</summary>
public static class LedgerVerb
{
    /// <summary>Runs a verb on a database, or on none.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string? connectionString, params string[] words)
    {
        var (exitCode, output, errors) = await RunApartAsync(LedgerProgram.ToDatabase(connectionString), words);
        return (exitCode, output + errors);
    }

    /// <summary>Runs a verb with settings that are named as in the environment, and keeps apart what it prints and what it complains of.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunApartAsync(
        IReadOnlyDictionary<string, string> environment,
        params string[] words
    ) => RunApartAsync(environment, TestContext.Current.CancellationToken, words);

    /// <summary>The same, interrupted by a test.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunApartAsync(
        IReadOnlyDictionary<string, string> environment,
        CancellationToken interrupted,
        params string[] words
    )
    {
        using var console = new TestConsole();
        await using var errors = new StringWriter();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                environment.Select(one =>
                    KeyValuePair.Create(one.Key.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal), (string?)one.Value)
                )
            )
            .Build();
        var exitCode = await Verbs.RunAsync(words, new(configuration, console, errors, interrupted));
        return (exitCode, console.Output, errors.ToString());
    }
}
