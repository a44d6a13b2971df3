using ArtsakhLedger.RuleCases;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.RulesOfTime;

/// <summary>Freshly generated cases in the format of <c>../shared/rules/FORMAT.md</c>, answered by the program there; <c>.ci/rules</c> compares 5,000.</summary>
public sealed class SharedOracleTests
{
    private const int FirstSeed = 1_000_001;
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("RULE_CASES") ?? "500");

    [Fact]
    public async Task Freshly_generated_cases_are_answered_as_the_shared_oracle_answers_them()
    {
        if (SharedOracle.Missing() is { } reason)
        {
            await Console.Error.WriteLineAsync(reason);
            Assert.Skip(reason);
        }

        var seeds = Enumerable.Range(FirstSeed, Cases).ToArray();
        var batches = await Task.WhenAll(
            seeds
                .Chunk((Cases / Environment.ProcessorCount) + 1)
                .Select(batch => SharedOracle.QueryAsync(batch.Select(GeneratedCase.InFormat)))
        );
        var answers = batches.SelectMany(answers => answers).ToArray();

        answers.Length.ShouldBe(Cases);
        var different = seeds
            .Zip(answers, (seed, answer) => (Seed: seed, Fields: Answer.To(GeneratedCase.InFormat(seed)).DifferencesFrom(answer)))
            .Where(one => one.Fields.Count > 0)
            .Select(one => $"seed {one.Seed}: {string.Join(", ", one.Fields)}")
            .ToArray();
        different.ShouldBeEmpty($"{different.Length} of {Cases}");
    }
}
