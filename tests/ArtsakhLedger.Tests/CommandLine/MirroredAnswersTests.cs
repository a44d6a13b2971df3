using System.Text.Json;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Walks;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.CommandLine;

/// <summary>A verb with <c>--json</c> prints what the service answers to the same question.</summary>
public sealed class MirroredAnswersTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    [Theory]
    [InlineData("relations artsakh ukraine --on 2010-01-01", "/polities/artsakh/relations/ukraine?on=2010-01-01")]
    [InlineData("changes artsakh --from 2012-09-30 --to 2012-10", "/polities/artsakh/changes?from=2012-09-30&to=2012-10")]
    [InlineData(
        "changes artsakh --on 2016-03-29 --known-from 0001-article",
        "/polities/artsakh/changes?on=2016-03-29&known-from=0001-article"
    )]
    [InlineData("contradictions artsakh", "/polities/artsakh/contradictions?limit=500")]
    [InlineData("facts --type visit-made", "/facts?type=visit-made")]
    [InlineData("episode artsakh/office/paris", "/episodes/artsakh/office/paris")]
    [InlineData("batches", "/batches")]
    [InlineData("date [..2001-07-04]", "/dates?edtf=[..2001-07-04]")]
    public async Task A_verb_prints_the_answer_of_its_address(string words, string address)
    {
        var (exitCode, output) = await LedgerProgram.RunAsync(ledger.ConnectionString, [.. words.Split(' '), "--json"]);
        exitCode.ShouldBe(0, output);
        JsonElement.DeepEquals(JsonDocument.Parse(output).RootElement, await ledger.AskAsync(address)).ShouldBeTrue(output);
    }

    [Fact]
    public async Task Coverage_counts_the_passages_that_the_service_counts()
    {
        const string source = "wikipedia-foreign-relations-of-artsakh";
        var (_, output) = await LedgerProgram.RunAsync(null, "coverage", source, "--json");
        var told = (await ledger.AskAsync($"/sources/{source}")).GetProperty("snapshots")[0].GetProperty("coverage");
        JsonDocument.Parse(output).RootElement.GetArrayLength().ShouldBe(told.GetProperty("passages").GetInt32());
    }

    [Fact]
    public async Task Help_names_every_verb_of_the_contract()
    {
        var (_, output) = await LedgerProgram.RunAsync(null, "help");
        foreach (
            var verb in new[]
            {
                "serve",
                "import",
                "check",
                "state",
                "timeline",
                "provenance",
                "verify",
                "export",
                "token",
                "relations",
                "changes",
                "contradictions",
                "facts",
                "coverage",
                "date",
            }
        )
        {
            output.Split('\n').ShouldContain(line => line.TrimStart().StartsWith($"{verb} ", StringComparison.Ordinal), verb);
        }
    }
}
