using ArtsakhLedger.RuleCases;
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

    [Fact]
    public void There_are_998_cases() => NamedCases.Names.Count().ShouldBe(998);
}
