using System.Text.Json.Nodes;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.StateAsOf;

/// <summary>What one source, or several, say by themselves. The article gives years for the ministers of 1997, another source gives days.</summary>
public sealed class SourcesAloneTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private const string Article = "wikipedia-foreign-relations-of-artsakh";
    private const string Days = "infogalactic-arkadi-ghukasyan";
    private const string Question = "/polities/artsakh/state?on=1997-06-01&kind=foreign-minister";

    [Theory]
    [InlineData($"&source={Article}", "arkadi-ghukasyan: possible, naira-melkumian: possible")]
    [InlineData($"&source={Days}", "arkadi-ghukasyan: certain")]
    [InlineData($"&source={Days}&source={Article}", "arkadi-ghukasyan: certain")]
    [InlineData("&source=armenianclub-2020-05-31", "")]
    public async Task An_answer_tells_only_what_the_sources_that_are_named_say(string sources, string held) =>
        Held(await AskAsync(Question + sources)).ShouldBe(held);

    [Fact]
    public async Task A_source_that_corroborates_a_fact_of_another_says_it_with_its_own_dates()
    {
        var entry = (await AskAsync($"{Question}&source={Days}"))["entries"]![0]!;

        entry["start"]!["edtf"]!.ToString().ShouldBe("1993-07-23");
        entry["end"]!["edtf"]!.ToString().ShouldBe("1997-09-08");
        entry["facts"]!.AsArray().Select(fact => fact!.ToString()).ShouldBe(["/facts/arkadi-ghukasyan-foreign-minister"]);
    }

    [Fact]
    public async Task Its_address_names_the_sources_in_order_and_gives_the_same_answer_for_ever()
    {
        var answer = await AskAsync($"{Question}&source={Article}&source={Days}&source={Days}");
        var self = answer["self"]!.ToString();

        self.ShouldContain($"&source={Days}&source={Article}&rules=");
        (await AskAsync(self)).ToJsonString().ShouldBe(answer.ToJsonString());
        var head = (await AskAsync(Question))["knownAt"]!.ToJsonString();
        answer["knownAt"]!.ToJsonString().ShouldBe(head, "the sources are known as the whole record is");
    }

    [Theory]
    [InlineData("on=1997-06-01&kind=office", Days, "[]")]
    [InlineData("on=2012", Days, "[]")]
    public async Task What_the_sources_do_not_tell_is_not_held_by_others(string question, string source, string entries) =>
        (await AskAsync($"/polities/artsakh/state?{question}&source={source}"))["entries"]!.ToJsonString().ShouldBe(entries);

    [Theory]
    [InlineData("&source=nobody", "The ledger had no source 'nobody'. GET /sources lists those it has.")]
    [InlineData("&source=", "The ledger had no source ''. GET /sources lists those it has.")]
    public async Task A_source_that_the_ledger_does_not_have_is_refused(string sources, string detail)
    {
        var problem = await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url(Question + sources);
            scenario.StatusCodeShouldBe(400);
        });
        JsonNode.Parse(await problem.ReadAsTextAsync())!["detail"]!.ToString().ShouldBe(detail);
    }

    [Fact]
    public async Task More_than_twenty_sources_are_refused()
    {
        var problem = await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url(Question + string.Concat(Enumerable.Range(0, 21).Select(number => $"&source=source-{number}")));
            scenario.StatusCodeShouldBe(400);
        });
        (await problem.ReadAsTextAsync()).ShouldContain("A question names up to 20 sources.");
    }

    [Fact]
    public async Task The_page_says_whose_words_it_shows_and_keeps_to_them_from_date_to_date()
    {
        var page = await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url($"/polities/artsakh/state?on=1997-06-01&source={Days}");
            scenario.WithRequestHeader("Accept", "text/html");
        });
        var html = await page.ReadAsTextAsync();

        html.ShouldContain("This page shows only what <a href=\"/sources/infogalactic-arkadi-ghukasyan\">");
        html.ShouldMatch("<a rel=\"next\" href=\"[^\"]*source=infogalactic-arkadi-ghukasyan\"");
        html.ShouldContain($"<input type=\"hidden\" name=\"source\" value=\"{Days}\"");
    }

    [Fact]
    public async Task A_table_has_the_same_rows()
    {
        var table = await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url($"{Question}&source={Days}");
            scenario.WithRequestHeader("Accept", "text/csv");
        });
        (await table.ReadAsTextAsync())
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Length.ShouldBe(3, "columns, existence, one minister");
    }

    private async Task<JsonNode> AskAsync(string address) => JsonNode.Parse(await ledger.GetAsync(address))!;

    private static string Held(JsonNode answer) =>
        string.Join(", ", answer["entries"]!.AsArray().Select(entry => $"{entry!["party"]!["id"]}: {entry["certainty"]}"));
}
