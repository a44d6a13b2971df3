using System.Text.Json;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Walks;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Timeline;

public sealed class TimelineOfArtsakhTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private const string Path = "/polities/artsakh/timeline";
    private const string Article = "known-at=artsakh/0001-article";

    [Fact]
    public async Task What_happened_in_March_2018_is_said_in_words()
    {
        var items = await ItemsAsync($"{Path}?from=2018-03&to=2018-03&{Article}");

        items.Select(Statement).ShouldContain("Bako Sahakyan visited Lebanon");
        items.Select(Statement).ShouldContain("Bako Sahakyan and Aram I met in Lebanon");
        items.ShouldAllBe(item => string.CompareOrdinal(item.GetProperty("latest").GetString(), "2018-03-01") >= 0);
    }

    [Fact]
    public async Task A_vote_is_said_with_its_form_and_its_numbers() =>
        (await ItemsAsync($"{Path}?party=new-south-wales-legislative-assembly&{Article}"))
            .Select(Statement)
            .ShouldHaveSingleItem()
            .ShouldBe("The New South Wales Legislative Assembly recognised the Republic of Artsakh (motion; independence; 61–2)");

    [Fact]
    public async Task A_kind_is_one_of_episodes_or_a_type_of_fact()
    {
        (await ItemsAsync($"{Path}?kind=office&{Article}")).ShouldAllBe(item =>
            item.GetProperty("type").GetString()!.StartsWith("office-")
        );
        (await ItemsAsync($"{Path}?kind=visit-made&{Article}"))
            .Select(item => item.GetProperty("type").GetString())
            .Distinct()
            .ShouldBe(["visit-made"]);
    }

    [Fact]
    public async Task The_rows_of_the_table_are_marked_with_whom_they_could_be()
    {
        var row = (await ItemsAsync($"{Path}?party=abkhazia&kind=recognition-passed&{Article}")).Single(item =>
            item.GetProperty("fact").GetString() == "artsakh-recognition-table-row-3"
        );

        row.GetProperty("mayBe").EnumerateArray().Select(id => id.GetString()).ShouldBe(["abkhazia", "south-ossetia", "transnistria"]);
        row.GetProperty("english").GetString().ShouldBe("4 July 2001 or before");
        row.GetProperty("episodes").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Pages_give_every_item_once_and_lines_and_a_table_give_the_same_at_once()
    {
        var (paged, next) = (new List<string>(), $"{Path}?limit=40&{Article}");
        while (next is not null)
        {
            var page = await ledger.QueryAsync(next);
            paged.AddRange(page.GetProperty("items").EnumerateArray().Select(Id));
            next = page.TryGetProperty("next", out var address) ? address.GetString() : null;
        }

        paged.Count.ShouldBeGreaterThan(120);
        paged.ShouldBeUnique();
        var lines = (await AcceptAsync($"{Path}?{Article}", "application/x-ndjson")).Trim().Split('\n');
        lines.Select(line => Id(JsonDocument.Parse(line).RootElement)).ShouldBe(paged);
        var rows = (await AcceptAsync($"{Path}?{Article}", "text/csv")).Split("\r\n");
        rows[0].ShouldStartWith("fact,type,statement,date,english,");
        rows.Skip(1).SkipLast(1).Select(row => row.Split(',')[0]).ShouldBe(paged);
    }

    [Fact]
    public async Task The_first_page_leads_to_itself_and_is_the_same_for_ever()
    {
        var answer = await ledger.QueryAsync($"{Path}?from=2012&to=2013&{Article}");

        JsonElement.DeepEquals(await ledger.QueryAsync(answer.GetProperty("self").GetString()!), answer).ShouldBeTrue();
    }

    [Fact]
    public async Task Everything_that_is_recorded_of_the_polity_and_not_of_the_record_itself_is_in_it()
    {
        string[] ofTheRecord =
        [
            "completeness-stated",
            "entities-identified",
            "fact-corroborated",
            "fact-corrected",
            "fact-denied",
            "fact-retracted",
            "fact-reinstated",
            "claim-preferred",
        ];
        var facts = (await ItemsAsync($"/facts?polity=artsakh&limit=500&{Article}")).Where(item =>
            !ofTheRecord.Contains(item.GetProperty("type").GetString())
        );
        (await ItemsAsync($"{Path}?limit=500&{Article}"))
            .Select(Id)
            .ShouldBe(facts.Select(item => item.GetProperty("id").GetString()!), ignoreOrder: true);
    }

    [Fact]
    public async Task Every_fact_of_the_record_is_said_in_words_of_its_own()
    {
        var items = await ItemsAsync($"{Path}?limit=500");

        items.ShouldAllBe(item =>
            !Statement(item).StartsWith(item.GetProperty("type").GetString()!.Replace('-', ' '), StringComparison.OrdinalIgnoreCase)
        );
        items.ShouldAllBe(item => !Statement(item).Contains("  ") && char.IsUpper(Statement(item)[0]));
    }

    private static string Id(JsonElement item) => item.GetProperty("fact").GetString()!;

    private static string Statement(JsonElement item) => item.GetProperty("statement").GetString()!;

    private async Task<IReadOnlyList<JsonElement>> ItemsAsync(string address) =>
        [.. (await ledger.QueryAsync(address)).GetProperty("items").EnumerateArray()];

    private async Task<string> AcceptAsync(string address, string type)
    {
        var result = await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url(address);
            scenario.WithRequestHeader("Accept", type);
        });
        result.Context.Response.ContentType!.ShouldStartWith(type);
        return await result.ReadAsTextAsync();
    }
}
