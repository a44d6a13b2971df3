using System.Text.Json;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Sources;

[OnEveryPostgres]
public sealed class SourcesEndpointTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private const string Article = "/sources/wikipedia-foreign-relations-of-artsakh";
    private const string KnownAt = "known-at=artsakh/0001-article";

    [Fact]
    public async Task The_sources_are_listed_with_their_metadata()
    {
        var source = (await QueryAsync($"/sources?{KnownAt}")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();

        source.GetProperty("title").GetString().ShouldBe("Foreign relations of Artsakh");
        source.GetProperty("licence").GetString().ShouldBe("CC-BY-SA-4.0");
        source.GetProperty("csl").GetProperty("container-title").GetString().ShouldBe("Wikipedia");
        source.GetProperty("source").GetString().ShouldBe(Article);
    }

    [Fact]
    public async Task A_source_tells_its_snapshots_and_how_much_of_them_is_cited()
    {
        var source = await QueryAsync($"{Article}?{KnownAt}");
        var snapshot = source.GetProperty("snapshots").EnumerateArray().ShouldHaveSingleItem();
        var coverage = snapshot.GetProperty("coverage");

        snapshot.GetProperty("sha256").GetString().ShouldBe("10b8f498c2b3c1b2d17d10c12c31a1fba276a04925a8a5c49541085b2e7e703d");
        source.GetProperty("excerptOnly").GetBoolean().ShouldBeFalse();
        source.GetProperty("citations").GetInt32().ShouldBeGreaterThanOrEqualTo(source.GetProperty("facts").GetInt32());
        coverage
            .GetProperty("passages")
            .GetInt32()
            .ShouldBe(
                coverage.GetProperty("cited").GetInt32()
                    + coverage.GetProperty("notRecorded").GetInt32()
                    + coverage.GetProperty("uncovered").GetInt32()
            );
        coverage.GetProperty("cited").GetInt32().ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task An_assessment_is_told_with_the_source_with_whom_it_is_close_to_and_why()
    {
        var noted = await QueryAsync("/sources/pinterest-four-entities");
        var assessment = noted.GetProperty("assessment");
        var fact = await QueryAsync(assessment.GetProperty("fact").GetString()!);

        assessment.GetProperty("standing").GetString().ShouldBe("noted");
        assessment.GetProperty("character").GetString().ShouldBe("personal");
        assessment.GetProperty("reason").GetString().ShouldBe(fact.GetProperty("reason").GetString());
        noted
            .GetProperty("descriptions")
            .EnumerateArray()
            .Select(one => one.GetString())
            .ShouldContain("/facts/pinterest-four-entities-assessed");
        noted
            .GetProperty("knownAt")
            .GetProperty("position")
            .GetInt64()
            .ShouldBeGreaterThanOrEqualTo(fact.GetProperty("position").GetInt64());

        var close = (await QueryAsync("/sources/armradio-2014-05-07")).GetProperty("assessment");
        close.GetProperty("closeTo").GetProperty("name").GetString().ShouldBe("Armenia");
        (await QueryAsync($"{Article}?{KnownAt}")).TryGetProperty("assessment", out _).ShouldBeFalse("nobody had assessed it");
    }

    [Fact]
    public async Task Every_citation_of_every_fact_is_found_at_its_passage()
    {
        var passages = await AllAsync($"{Article}/passages?{KnownAt}&limit=100");
        var found = passages
            .SelectMany(passage => passage.GetProperty("citations").EnumerateArray())
            .Select(citation => citation.GetRawText())
            .Distinct()
            .Count();

        var source = await QueryAsync($"{Article}?{KnownAt}");
        found.ShouldBe(source.GetProperty("citations").GetInt32());
        passages.Count.ShouldBe(source.GetProperty("snapshots")[0].GetProperty("coverage").GetProperty("passages").GetInt32());
        foreach (
            var (passage, citation) in passages.SelectMany(passage =>
                passage.GetProperty("citations").EnumerateArray().Select(citation => (passage, citation))
            )
        )
        {
            citation.GetProperty("start").GetInt32().ShouldBeLessThan(passage.GetProperty("end").GetInt32());
            citation.GetProperty("end").GetInt32().ShouldBeGreaterThan(passage.GetProperty("start").GetInt32());
        }
    }

    [Fact]
    public async Task A_passage_has_the_facts_that_cite_it_and_its_words_only_where_they_quote_it()
    {
        var passages = await AllAsync($"{Article}/passages?{KnownAt}&limit=500");

        var minister = passages.Single(passage =>
            passage
                .GetProperty("citations")
                .EnumerateArray()
                .Any(citation =>
                    citation.GetProperty("fact").GetString() == "/facts/naira-melkumian-foreign-minister"
                    && citation.GetProperty("quote").GetString() == "1997–2002: Naira Melkumian"
                )
        );
        (minister.GetProperty("start").GetInt32(), minister.GetProperty("length").GetInt32()).ShouldBe((1927, 26));
        passages
            .Where(passage => passage.GetProperty("citations").GetArrayLength() == 0)
            .ShouldAllBe(passage => passage.ToString().Contains("notRecorded") || passage.ToString().Contains("uncovered"));
    }

    [Fact]
    public async Task The_permanent_address_of_a_source_gives_the_same_answer()
    {
        var body = await ledger.GetAsync(Article);

        (await ledger.GetAsync(JsonDocument.Parse(body).RootElement.GetProperty("self").GetString()!)).ShouldBe(body);
    }

    private async Task<List<JsonElement>> AllAsync(string address)
    {
        var (all, next) = (new List<JsonElement>(), address);
        while (next is not null)
        {
            var page = await QueryAsync(next);
            all.AddRange(page.GetProperty("items").EnumerateArray());
            next = page.TryGetProperty("next", out var following) ? following.GetString() : null;
        }

        return all;
    }

    private async Task<JsonElement> QueryAsync(string address) => JsonDocument.Parse(await ledger.GetAsync(address)).RootElement;
}
