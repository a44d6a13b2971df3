using System.Text.Json;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.StateAsOf;

public sealed class StateCommandTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    [Fact]
    public async Task The_command_prints_the_answer_as_a_table_of_80_columns()
    {
        var (exitCode, output) = await LedgerProgram.RunAsync(ledger.ConnectionString, "state", "artsakh", "--on", "2006-06-01");

        exitCode.ShouldBe(0, output);
        output.ShouldContain("Existence: certain");
        output.ShouldContain("Petrosyan");
        output.ShouldContain("Washington");
        output.ShouldContain("Canada");
        (
            await LedgerProgram.RunAsync(ledger.ConnectionString, "state", "artsakh", "--on", "2006-06-01", "--known-at", "0001-article")
        ).Output.ShouldMatch("(?s)start.{0,90}not.{0,90}bounded", "the words may stand on several lines of a column");
        output.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Fact]
    public async Task The_command_prints_the_same_JSON_as_the_service()
    {
        var (_, output) = await LedgerProgram.RunAsync(
            ledger.ConnectionString,
            "state",
            "artsakh",
            "--on",
            "2011",
            "--known-at",
            "0001-article",
            "--json"
        );

        JsonElement
            .DeepEquals(
                JsonDocument.Parse(output).RootElement,
                JsonDocument.Parse(await ledger.GetAsync("/polities/artsakh/state?on=2011&known-at=0001-article")).RootElement
            )
            .ShouldBeTrue();
    }

    [Theory]
    [InlineData("garbage", "not an EDTF date")]
    [InlineData("2006-02-30", "not an EDTF date")]
    public async Task A_question_that_cannot_be_answered_is_a_sentence_and_an_exit_code(string on, string message)
    {
        var (exitCode, output) = await LedgerProgram.RunAsync(ledger.ConnectionString, "state", "artsakh", "--on", on);

        exitCode.ShouldBe(1);
        output.ShouldContain(message);
        output.Trim().Split('\n').Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("help")]
    public async Task Help_names_every_verb(string word)
    {
        var (_, output) = await LedgerProgram.RunAsync(null, word);

        foreach (var verb in new[] { "serve", "import", "check", "state" })
        {
            output.ShouldContain(verb);
        }
    }

    [Fact]
    public async Task Help_of_a_verb_explains_its_options()
    {
        var (_, output) = await LedgerProgram.RunAsync(null, "state", "--help");

        output.ShouldContain("--known-at");
        output.ShouldContain("2006-06-01");
    }
}
