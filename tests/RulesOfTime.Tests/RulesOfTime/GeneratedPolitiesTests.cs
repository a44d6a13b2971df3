using ArtsakhLedger.RuleCases;
using ArtsakhLedger.Tests.RulesOfTime.BruteForce;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.RulesOfTime;

public sealed class GeneratedPolitiesTests
{
    private const int Polities = 1500;

    public static TheoryData<Rule> Rules => [.. Enum.GetValues<Rule>()];

    [Fact]
    public void Arithmetic_on_bounds_answers_as_enumerating_every_interval_does()
    {
        var different = Enumerable
            .Range(1, Polities)
            .AsParallel()
            .Select(seed => (Seed: seed, Case: GeneratedCase.Of(seed)))
            .Select(polity => (polity.Seed, Fields: Answer.To(polity.Case).DifferencesFrom(Oracle.To(polity.Case))))
            .Where(polity => polity.Fields.Count > 0);

        different.Select(polity => $"seed {polity.Seed}: {string.Join(", ", polity.Fields)}").Take(5).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_comparison_notices_that_a_rule_is_switched_off(Rule rule)
    {
        var noticed = Enumerable
            .Range(1, Polities)
            .Select(GeneratedCase.Of)
            .Any(polity => Answer.To(polity).DifferencesFrom(Oracle.To(polity, off: rule)).Count > 0);

        noticed.ShouldBeTrue();
    }
}
