using System.Text.Json;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Walks;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Relations;

/// <summary>Questions about recognition that the article answers, as known when it alone was in.</summary>
public sealed class RelationsOfArtsakhTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    [Theory]
    [InlineData("Did Ukraine recognise it?", "ukraine", "2010-01-01", "attested-not", "ukraine-not-recognised")]
    [InlineData("Did Armenia, close as it was?", "armenia", "2019-01-01", "attested-not", "armenia-not-recognised")]
    [InlineData(
        "Did Australia, of which New South Wales is a state?",
        "australia",
        "2016-01-01",
        "attested-not",
        "australia-position-2015"
    )]
    [InlineData(
        "Did Uruguay, of which Montevideo is a department?",
        "uruguay",
        "2021-01-01",
        "attested-not",
        "artsakh-recognised-only-by-three"
    )]
    [InlineData("Did New South Wales?", "new-south-wales", "2013-01-01", "recognised", "new-south-wales-recognition-2012")]
    [InlineData("May Abkhazia have by 4 July 2001?", "abkhazia", "2001-07-04", "recognised", "abkhazia-artsakh-recognition")]
    [InlineData("Had Abkhazia when the state was dissolved?", "abkhazia", "2024-01-01", "ended", "abkhazia-artsakh-recognition")]
    [InlineData(
        "Did the House of Rhode Island, which called on others to?",
        "rhode-island-house-of-representatives",
        "2013-01-01",
        "no-record",
        null
    )]
    [InlineData("Did Lebanon, before there was such a state?", "lebanon", "1980-01-01", "no-record", null)]
    public async Task Did_they_recognise_it(string question, string entity, string on, string status, string? fact)
    {
        var recognition = (await RelationsAsync(entity, on)).GetProperty("recognition").GetProperty("ofPolity");

        recognition.GetProperty("status").GetString().ShouldBe(status, question);
        var facts = recognition.GetProperty("facts").EnumerateArray().Select(link => link.GetString()).ToList();
        if (fact is null)
        {
            facts.ShouldBeEmpty(question);
        }
        else
        {
            facts.ShouldContain($"/facts/{fact}", question);
        }
    }

    [Theory]
    [InlineData("donetsk", "attested-not")]
    [InlineData("abkhazia", "recognised")]
    [InlineData("ukraine", "no-record")]
    public async Task Did_it_recognise_them(string entity, string status) =>
        (await RelationsAsync(entity, "2022-06-01"))
            .GetProperty("recognition")
            .GetProperty("byPolity")
            .GetProperty("status")
            .GetString()
            .ShouldBe(status);

    [Fact]
    public async Task There_was_no_embassy_and_a_source_says_so()
    {
        var absence = (await RelationsAsync("armenia", "2010-01-01")).GetProperty("attestedNot")[0];

        absence.GetProperty("kind").GetString().ShouldBe("diplomatic-mission");
        absence.GetProperty("facts")[0].GetString().ShouldBe("/facts/artsakh-no-diplomatic-missions");
    }

    [Fact]
    public async Task An_office_is_between_the_polity_and_the_country_that_hosts_it() =>
        (await RelationsAsync("france", "2010-01-01"))
            .GetProperty("entries")
            .EnumerateArray()
            .Select(entry => entry.GetProperty("episode").GetString())
            .ShouldContain("artsakh/office/paris");

    [Fact]
    public async Task The_unnamed_rows_of_the_table_are_shown_with_whom_they_could_be()
    {
        (await RelationsAsync("abkhazia", "2001-07-04"))
            .GetProperty("mayBe")
            .EnumerateArray()
            .Select(link => link.GetString())
            .ShouldBe(["/facts/artsakh-recognition-table-row-3"]);
    }

    [Fact]
    public async Task The_answer_leads_to_itself_and_to_what_it_names()
    {
        var answer = await RelationsAsync("abkhazia", "2010-01-01");

        var self = answer.GetProperty("self").GetString()!;
        self.ShouldEndWith("&rules=2");
        JsonElement.DeepEquals(await ledger.QueryAsync(self), answer).ShouldBeTrue();
        foreach (var link in answer.GetProperty("recognition").GetProperty("ofPolity").GetProperty("facts").EnumerateArray())
        {
            await ledger.GetAsync(link.GetString()!);
        }
    }

    [Theory]
    [InlineData("abkhazia", "2010-01-01")]
    [InlineData("ukraine", "2010")]
    public async Task An_answer_has_both_directions_of_recognition_and_what_else_held(string entity, string on)
    {
        var answer = await RelationsAsync(entity, on);
        string[] needed = ["polity", "entity", "on", "knownAt", "recognition", "entries", "self"];
        needed.Except(Names(answer)).ShouldBeEmpty();
        Names(answer).Except([.. needed, "attestedNot", "mayBe"]).ShouldBeEmpty();
        foreach (var direction in new[] { "ofPolity", "byPolity" })
        {
            var recognition = answer.GetProperty("recognition").GetProperty(direction);
            new[] { "status", "because", "facts" }.Except(Names(recognition)).ShouldBeEmpty();
            Names(recognition).Except(["status", "because", "facts", "certainty", "throughout", "atSomeTime"]).ShouldBeEmpty();
        }

        static IEnumerable<string> Names(JsonElement node) => node.EnumerateObject().Select(member => member.Name);
    }

    private Task<JsonElement> RelationsAsync(string entity, string on) =>
        ledger.QueryAsync($"/polities/artsakh/relations/{entity}?on={on}&known-at=artsakh/0001-article");
}
