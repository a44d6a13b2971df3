using System.Text.Json;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Walks;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.CommandLine;

/// <summary>The verbs that ask. <c>ProcessTests</c> run each of them once more, as a program.</summary>
public sealed class QueryVerbTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private static readonly (string Words, string Address, string Shown)[] Verbs =
    [
        ("state artsakh --on 2006-06-01", "/polities/artsakh/state?on=2006-06-01", "Existence: certain"),
        (
            "state artsakh --on 2006-06-01 --kind foreign-minister",
            "/polities/artsakh/state?on=2006-06-01&kind=foreign-minister",
            "Petrosyan"
        ),
        ("state artsakh --on 2011 --known-at 0001-article", "/polities/artsakh/state?on=2011&known-at=0001-article", "Washington"),
        (
            "relations artsakh ukraine --on 2010-01-01",
            "/polities/artsakh/relations/ukraine?on=2010-01-01",
            "Ukraine recognised the Republic of Artsakh: attested-not"
        ),
        (
            "timeline artsakh --from 2018-03 --to 2018-05",
            "/polities/artsakh/timeline?from=2018-03&to=2018-05",
            "Bako Sahakyan visited Lebanon"
        ),
        ("changes artsakh --from 2012-09-30 --to 2012-10", "/polities/artsakh/changes?from=2012-09-30&to=2012-10", "recognised"),
        (
            "changes artsakh --on 2016-03-29 --known-from 0001-article",
            "/polities/artsakh/changes?on=2016-03-29&known-from=0001-article",
            "recognised"
        ),
        ("contradictions artsakh", "/polities/artsakh/contradictions?limit=500", "artsakh/existence"),
        ("facts --type visit-made", "/facts?type=visit-made", "sahakyan-visit-lebanon-2018"),
        ("episode artsakh/office/paris", "/episodes/artsakh/office/paris", "artsakh/office/paris, as known at position"),
        (
            "episode artsakh/foreign-minister/naira-melkumian --known-at artsakh/0001-article",
            "/episodes/artsakh/foreign-minister/naira-melkumian?known-at=artsakh/0001-article",
            "1997-01-01: not to possible"
        ),
        ("episode artsakh/existence", "/episodes/artsakh/existence", "denies that it ended"),
        (
            "episode artsakh/friendship-group/parliament-of-lithuania",
            "/episodes/artsakh/friendship-group/parliament-of-lithuania",
            "denies that it happened"
        ),
        ("batches", "/batches", "artsakh/0003-names"),
        ("date [..2001-07-04]", "/dates?edtf=[..2001-07-04]", "4 July 2001 or before"),
        ("provenance artsakh-dissolved", "/facts/artsakh-dissolved/provenance", "States: The Republic of Artsakh existed"),
    ];

    public static TheoryData<string, string> WithAddresses => [.. Verbs.Select(verb => (verb.Words, verb.Address))];

    public static TheoryData<string, string> WithWhatIsShown => [.. Verbs.Select(verb => (verb.Words, verb.Shown))];

    [Theory]
    [MemberData(nameof(WithAddresses))]
    public async Task With_json_a_verb_prints_what_the_service_answers_to_the_same_question(string words, string address)
    {
        var (exitCode, output) = await LedgerVerb.RunAsync(ledger.ConnectionString, [.. words.Split(' '), "--json"]);

        exitCode.ShouldBe(0, output);
        JsonElement.DeepEquals(JsonDocument.Parse(output).RootElement, await ledger.QueryAsync(address)).ShouldBeTrue(output);
    }

    [Theory]
    [MemberData(nameof(WithWhatIsShown))]
    public async Task Without_it_a_verb_prints_its_answer_for_people_in_80_columns(string words, string shown)
    {
        var (exitCode, output) = await LedgerVerb.RunAsync(ledger.ConnectionString, words.Split(' '));

        exitCode.ShouldBe(0, output);
        output.ShouldContain(shown);
        output.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Fact]
    public async Task Coverage_counts_the_passages_that_the_service_counts()
    {
        const string source = "wikipedia-foreign-relations-of-artsakh";
        var (_, output) = await LedgerVerb.RunAsync(null, "coverage", source, "--json");
        var told = (await ledger.QueryAsync($"/sources/{source}")).GetProperty("snapshots")[0].GetProperty("coverage");
        JsonDocument.Parse(output).RootElement.GetArrayLength().ShouldBe(told.GetProperty("passages").GetInt32());
    }
}
