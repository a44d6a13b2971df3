using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.RuleCases;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.RulesOfTime;

/// <summary>The cases of the periods of a thing and of the dates of a happening: those given, and freshly generated ones that the programs beside them answer.</summary>
public sealed class PeriodsAndHappeningsTests
{
    private const int FirstSeed = 1;
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("RULE_CASES") ?? "500");

    public static TheoryData<string> Names(string kind) =>
        [.. Read(kind).Select((entry, i) => $"{i + 1}: {entry.GetProperty("name").GetString()}")];

    [Theory]
    [MemberData(nameof(Names), "periods")]
    public void A_case_of_periods_is_answered_as_it_says(string name) => AnswerOf("periods", name);

    [Theory]
    [MemberData(nameof(Names), "happenings")]
    public void A_case_of_happenings_is_answered_as_it_says(string name) => AnswerOf("happenings", name);

    [Fact]
    public void There_are_423_cases_of_periods_and_25_of_happenings() =>
        (Read("periods").Count, Read("happenings").Count).ShouldBe((423, 25));

    [Theory]
    [InlineData("periods")]
    [InlineData("happenings")]
    public async Task Freshly_generated_cases_are_answered_as_the_shared_programs_answer_them(string kind)
    {
        if (SharedProgram.Missing($"{kind}.py") is { } reason)
        {
            await Console.Error.WriteLineAsync(reason);
            Assert.Skip(reason);
        }

        Func<int, JsonObject> draw = kind == "periods" ? GeneratedFacts.Periods : GeneratedFacts.Happening;
        JsonObject[] cases = [.. Enumerable.Range(FirstSeed, Cases).Select(draw)];
        var expected = await SharedProgram.AnswersAsync($"{kind}.py", [], new JsonArray([.. cases.Select(one => one.DeepClone())]));

        var different = Enumerable
            .Range(0, Cases)
            .Zip(JsonNode.Parse(expected)!.AsArray())
            .Select(pair => (Asked: cases[pair.First], Got: AnswerTo(kind, cases[pair.First]), Expected: pair.Second!))
            .Where(one => !JsonNode.DeepEquals(one.Got, one.Expected))
            .Select(one => $"{one.Asked.ToJsonString()}: {one.Got.ToJsonString()} | {one.Expected.ToJsonString()}")
            .ToArray();
        different.ShouldBeEmpty($"{different.Length} of {Cases}");
    }

    private static void AnswerOf(string kind, string name)
    {
        var entry = Read(kind)[int.Parse(name.Split(':')[0]) - 1];

        var answer = AnswerTo(kind, JsonNode.Parse(entry.GetProperty("case").GetRawText())!);

        JsonNode.DeepEquals(answer, JsonNode.Parse(entry.GetProperty("answer").GetRawText())).ShouldBeTrue(answer.ToJsonString());
    }

    private static JsonObject AnswerTo(string kind, JsonNode asked)
    {
        using var document = JsonDocument.Parse(asked.ToJsonString());
        return kind == "periods" ? PeriodsCase.AnswerTo(document.RootElement) : HappeningCase.AnswerTo(document.RootElement);
    }

    private static List<JsonElement> Read(string kind)
    {
        using var stream = typeof(PeriodsAndHappeningsTests).Assembly.GetManifestResourceStream($"RulesOfTime.{kind}.json")!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateArray().Select(entry => entry.Clone())];
    }
}
