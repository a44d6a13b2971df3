using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.StateAsOf;

[OnEveryPostgres]
public sealed class StateCommandTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    [Fact]
    public async Task The_command_prints_the_answer_as_a_table_of_80_columns()
    {
        var (exitCode, output) = await LedgerVerb.RunAsync(ledger.ConnectionString, "state", "artsakh", "--on", "2006-06-01");

        exitCode.ShouldBe(0, output);
        output.ShouldContain("Existence: certain");
        output.ShouldContain("Petrosyan");
        output.ShouldContain("Washington");
        output.ShouldContain("Canada");
        (
            await LedgerVerb.RunAsync(ledger.ConnectionString, "state", "artsakh", "--on", "2006-06-01", "--known-at", "0001-article")
        ).Output.ShouldMatch("(?s)start.{0,90}not.{0,90}bounded", "the words may stand on several lines of a column");
        output.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Theory]
    [InlineData("garbage", "not an EDTF date")]
    [InlineData("2006-02-30", "not an EDTF date")]
    public async Task A_question_that_cannot_be_answered_is_a_sentence_and_an_exit_code(string on, string message)
    {
        var (exitCode, output) = await LedgerVerb.RunAsync(ledger.ConnectionString, "state", "artsakh", "--on", on);

        exitCode.ShouldBe(1);
        output.ShouldContain(message);
        output.Trim().Split('\n').Length.ShouldBe(1);
    }
}
