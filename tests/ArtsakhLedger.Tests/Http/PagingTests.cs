using System.Text.Json;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Http;

public sealed class PagingTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private static readonly string Cursor = new Cursor(12, "a key with spaces / and ő").ToText("/entities?q=a");

    [Fact]
    public void A_cursor_is_read_as_it_was_written_for_the_same_list() =>
        ArtsakhLedger.Asking.Cursor.Parse(Cursor, "/entities?q=a").ShouldBe(new(12, "a key with spaces / and ő"));

    public static TheoryData<string, string> Tampered =>
        new()
        {
            { Cursor, "/entities?q=b" },
            { Cursor, "/sources" },
            { new Cursor(13, "a key with spaces / and ő").ToText("")[..14] + Cursor[14..], "/entities?q=a" },
            { Cursor[..^2], "/entities?q=a" },
            { Cursor[1..], "/entities?q=a" },
            { "A" + Cursor[1..], "/entities?q=a" },
            { Cursor + Cursor, "/entities?q=a" },
            { "", "/entities?q=a" },
            { "AAAA", "/entities?q=a" },
            { "%$§", "/entities?q=a" },
            { new string('A', 5000), "/entities?q=a" },
        };

    [Theory]
    [MemberData(nameof(Tampered))]
    public void A_cursor_of_another_list_or_one_that_was_changed_is_refused(string cursor, string list) =>
        Should
            .Throw<QuestionProblem>(() => ArtsakhLedger.Asking.Cursor.Parse(cursor, list))
            .ShouldSatisfyAllConditions(
                problem => problem.Reason.ShouldBe(Unanswerable.Invalid),
                problem => problem.Parameter.ShouldBe("cursor")
            );

    [Theory]
    [InlineData("0")]
    [InlineData("501")]
    [InlineData("-1")]
    [InlineData("ten")]
    [InlineData("1.5")]
    [InlineData("")]
    [InlineData("99999999999999999999")]
    public void A_limit_is_a_whole_number_from_1_to_500(string limit) =>
        Should.Throw<QuestionProblem>(() => ListQuestion.Parse("/entities", limit, null)).Parameter.ShouldBe("limit");

    [Fact]
    public async Task A_cursor_of_another_question_is_a_problem_that_names_it()
    {
        var next = JsonDocument.Parse(await ledger.GetAsync("/entities?q=a&limit=1")).RootElement.GetProperty("next").GetString()!;

        foreach (
            var address in new[]
            {
                next.Replace("q=a", "q=b", StringComparison.Ordinal),
                next.Replace("q=a&", "", StringComparison.Ordinal),
                $"{next}AA",
                $"/entities?q=a&cursor={new Cursor(999999, "armenia").ToText("/entities?q=a")}",
                $"/entities?q=a&cursor={new Cursor(40, "no-such-entity").ToText("/entities?q=a")}",
            }
        )
        {
            var result = await ledger.Host.Scenario(scenario =>
            {
                scenario.Get.Url(address);
                scenario.StatusCodeShouldBe(400);
            });
            JsonDocument.Parse(await result.ReadAsTextAsync()).RootElement.GetProperty("parameter").GetString().ShouldBe("cursor", address);
        }
    }

    [Fact]
    public async Task A_cursor_goes_on_with_any_limit()
    {
        var next = JsonDocument.Parse(await ledger.GetAsync("/entities?limit=2")).RootElement.GetProperty("next").GetString()!;
        var rest = JsonDocument.Parse(await ledger.GetAsync(next.Replace("limit=2", "limit=500", StringComparison.Ordinal))).RootElement;

        var all = JsonDocument.Parse(await ledger.GetAsync("/entities?limit=500")).RootElement.GetProperty("items").GetArrayLength();
        rest.GetProperty("items").GetArrayLength().ShouldBe(all - 2);
    }
}
