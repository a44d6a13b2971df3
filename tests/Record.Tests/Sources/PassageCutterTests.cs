using System.Security.Cryptography;
using System.Text;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Recognitions;
using ArtsakhLedger.Sources;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Sources;

public sealed class PassageCutterTests
{
    [Theory]
    [InlineData("It was so. It is not.", "It was so.|It is not.")]
    [InlineData("One line.\n\n  Another line without a stop\n", "One line.|Another line without a stop")]
    [InlineData(
        "The U.S. Congress met in Washington, D.C. on 3 May. Then it left.",
        "The U.S. Congress met in Washington, D.C. on 3 May.|Then it left."
    )]
    [InlineData("He said \"no.\" She left (in 1997). (They stayed.)", "He said \"no.\"|She left (in 1997).|(They stayed.)")]
    [InlineData("Passed by 70.1 per cent. 23 voted. e.g. so.", "Passed by 70.1 per cent.|23 voted. e.g. so.")]
    [InlineData("Այսպես է։ Այդպես էր։", "Այսպես է։|Այդպես էր։")]
    [InlineData(
        "== Heading ==\n- first row\n  - second row. With two sentences\n* third",
        "== Heading ==|first row|second row.|With two sentences|third"
    )]
    [InlineData("-5 degrees", "-5 degrees")]
    [InlineData("| | July 4, 2001 or before | Mutual. Truly. |\n|---|---|", "July 4, 2001 or before|Mutual. Truly.")]
    [InlineData("\n \n---\n", "")]
    [InlineData("", "")]
    public void A_sentence_a_list_row_and_a_table_cell_are_passages(string text, string passages) =>
        string.Join('|', PassageCutter.Cut(text).Select(passage => text.Substring(passage.Start, passage.Length))).ShouldBe(passages);

    [Fact]
    public void Places_are_counted_in_code_points_of_the_text_in_NFC()
    {
        // A decomposed é, an astral character and Windows line ends.
        var passages = PassageCutter.Cut("Cafe\u0301 🏛 opened.\r\nIt closed.");

        passages.Select(passage => (passage.Start, passage.Length)).ShouldBe([(0, 14), (16, 10)]);
        passages[0].Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("Café 🏛 opened."))));
    }

    [Fact]
    public void A_passage_is_covered_by_the_facts_that_cite_any_word_of_it()
    {
        var source = new SourceArchived
        {
            Source = "a-text",
            Csl = [],
            Reason = "test",
            Snapshots =
            [
                new()
                {
                    Sha256 = "",
                    Length = 40,
                    Passages = [Of(0, 10), Of(11, 10), Of(22, 10) with { NotRecorded = "a heading" }, Of(33, 5)],
                },
            ],
        };
        var fact = new PositionStated
        {
            Id = "a-fact",
            Actor = "somebody",
            Level = ActorLevel.State,
            Positions = [Position.Support],
            Citations =
            [
                new()
                {
                    Source = "a-text",
                    Quote = "x",
                    Start = 9,
                    End = 10,
                },
                new()
                {
                    Source = "a-text",
                    Quote = "xy",
                    Start = 8,
                    End = 10,
                },
                new()
                {
                    Source = "another",
                    Quote = "x",
                    Start = 12,
                    End = 13,
                },
                new()
                {
                    Source = "a-text",
                    Quote = "x",
                    Start = 10,
                    End = 11,
                },
            ],
        };

        var coverage = Coverage.Of(source, [fact]);

        coverage.Select(covered => string.Join(",", covered.Facts)).ShouldBe(["a-fact", "", "", ""]);
        coverage.Select(covered => covered.IsUncovered).ShouldBe([false, true, false, true]);
    }

    private static Passage Of(int start, int length) =>
        new()
        {
            Start = start,
            Length = length,
            Sha256 = "",
        };
}
