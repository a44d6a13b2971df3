using ArtsakhLedger.RuleCases;
using ArtsakhLedger.Tests.RulesOfTime.BruteForce;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.RulesOfTime;

public sealed class CasesTests
{
    public static TheoryData<string> Names => [.. NamedCases.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_field_of_the_answer_is_as_the_case_says(string name)
    {
        var (asked, expected) = NamedCases.Get(name);

        Answer.To(asked).DifferencesFrom(expected).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Enumerating_every_interval_gives_the_answer_of_the_case(string name)
    {
        var (asked, expected) = NamedCases.Get(name);

        Oracle.To(asked).DifferencesFrom(expected).ShouldBeEmpty();
    }

    [Fact]
    public void There_are_998_cases() => NamedCases.Names.Count().ShouldBe(998);
}
