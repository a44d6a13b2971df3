using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.RuleCases;
using Case = ArtsakhLedger.RuleCases.Case;

namespace ArtsakhLedger.Tests.RulesOfTime;

/// <summary>The rules of valid time as the Python program that the contract comes with, which enumerates every interval.</summary>
internal static class SharedOracle
{
    private const string Program = "oracle.py";

    /// <summary>Why it cannot be asked here; null where it can.</summary>
    public static string? Missing() =>
        SharedProgram.Missing(Program)
        ?? (
            File.ReadLines(SharedProgram.PathOf(Program)).Take(5).Any(line => line.Contains("rules 2", StringComparison.Ordinal))
                ? null
                : $"skipped: ../shared/rules/{Program} does not answer by rules 2, as this program does"
        );

    /// <summary>Its answers to cases, in their order.</summary>
    public static async Task<IReadOnlyList<Answer>> QueryAsync(IEnumerable<Case> cases) =>
        JsonSerializer.Deserialize<List<Answer>>(
            await SharedProgram.AnswersAsync(Program, ["--many"], new JsonArray([.. cases.Select(asked => asked.ToJson())])),
            JsonSerializerOptions.Web
        )!;
}
