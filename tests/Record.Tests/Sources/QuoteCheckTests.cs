using System.Text;
using System.Text.Json.Nodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Sources;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Sources;

public sealed class QuoteCheckTests
{
    private static readonly SnapshotText First = TextOf(
        "An office was opened in Paris. 🏛 A second office was opened in Beirut, in Stepanake\u0301rt a third."
    );
    private static readonly SnapshotText Second = TextOf("An office was opened in Paris; it was closed again.");

    private static readonly SourceArchived Archived = new()
    {
        Source = "a-text",
        Csl = new JsonObject { ["title"] = "A text" },
        Snapshots = [new() { Sha256 = First.Sha256, Length = First.Length }],
        Reason = "test",
    };

    private static readonly SourceArchived ArchivedTwice = Archived with
    {
        Snapshots = [.. Archived.Snapshots, new() { Sha256 = Second.Sha256, Length = Second.Length }],
    };

    private static readonly SourceArchived Excerpt = Archived with { Snapshots = [], ExcerptOnly = true };

    [Theory]
    [InlineData("opened in Paris", 14, 29)]
    [InlineData("A second office", 33, 48)]
    [InlineData("in Stepanak\u00E9rt", 71, 85)]
    [InlineData("in Stepanake\u0301rt", 71, 85)]
    public void A_quote_at_its_place_is_exact_to_the_code_point_of_the_text_in_NFC(string quote, int start, int end)
    {
        var finding = QuoteCheck.Of(Cite(quote) with { Start = start, End = end }, Archived, [First]);

        finding.Problems.ShouldBeEmpty();
        finding.Status.ShouldBe(QuoteStatus.Exact);
        finding.Citation.Snapshot.ShouldBeNull();
    }

    [Theory]
    [InlineData("in Beirut", null, null, 60)]
    [InlineData("was opened", null, "in Beirut", 49)]
    [InlineData("was opened", "An office ", null, 10)]
    [InlineData("was opened", "second office", "in Beirut", 49)]
    [InlineData("a third.", null, null, 86)]
    public void A_place_that_is_left_out_is_filled_in_where_the_quote_stands_once(string quote, string? prefix, string? suffix, int start)
    {
        var finding = QuoteCheck.Of(Cite(quote) with { Prefix = prefix, Suffix = suffix }, Archived, [First]);

        finding.Status.ShouldBe(QuoteStatus.Exact);
        (finding.Citation.Start, finding.Citation.End).ShouldBe((start, start + quote.Length));
    }

    [Theory]
    [InlineData("was opened", null, null, null, null, "/quote", "more than once, at 10, 49; give its start and end")]
    [InlineData("was opened", null, "in", null, null, "/quote", "more than once, at 10, 49")]
    [InlineData("was opened", "third office", null, null, null, "/prefix", "the quote is at 10, 49, but nowhere next to")]
    [InlineData("was opened", null, "in Berlin", null, null, "/suffix", "nowhere next to those words")]
    [InlineData("was opened", "second office", null, 10, 20, "/start", "is not at 10; it is at 49")]
    [InlineData("was opened", null, null, 11, 21, "/start", "is not at 11; it is at 10, 49")]
    [InlineData("was Opened", null, null, 10, 20, "/quote", "copy the words exactly")]
    [InlineData("was closed", null, null, null, null, "/quote", "copy the words exactly")]
    [InlineData("was opened", null, null, 10, 21, "/quote", "do not fit a quote of 10 code points")]
    [InlineData("was opened", null, null, -1, 9, "/quote", "do not fit")]
    [InlineData("was opened", null, null, 2147483640, -2147483646, "/quote", "do not fit")]
    [InlineData("was opened", null, null, 90, 100, "/quote", "in a text of 94")]
    [InlineData("was opened", null, null, 10, null, "/end", "give both")]
    [InlineData("was opened", null, null, null, 20, "/start", "give both")]
    [InlineData("", null, null, null, null, "/quote", "the quote has 0 words")]
    [InlineData(" \t", null, null, null, null, "/quote", "the quote has 0 words")]
    [InlineData("in Paris", "", null, null, null, "/prefix", "0 words")]
    [InlineData("in Paris", null, "1 2 3 4 5 6 7 8 9 10 11", null, null, "/suffix", "11 words")]
    public void What_is_wrong_with_a_quote_is_told_with_where_and_what_to_write(
        string quote,
        string? prefix,
        string? suffix,
        int? start,
        int? end,
        string pointer,
        string message
    )
    {
        var finding = QuoteCheck.Of(Cite(quote) with { Prefix = prefix, Suffix = suffix, Start = start, End = end }, Archived, [First]);

        finding.Status.ShouldBe(QuoteStatus.Wrong);
        var problem = finding.Problems.ShouldHaveSingleItem();
        problem.Pointer.ShouldBe(pointer);
        problem.Message.ShouldContain(message);
    }

    [Fact]
    public void A_quote_may_have_30_words_and_not_31_whatever_white_space_parts_them()
    {
        QuoteCheck.Of(Cite(string.Join("\u2003\n", Enumerable.Repeat("word", 30))), Excerpt, []).Problems.ShouldBeEmpty();
        QuoteCheck
            .Of(Cite(string.Join("\u2003\n", Enumerable.Repeat("word", 31))), Excerpt, [])
            .Problems.ShouldHaveSingleItem()
            .Message.ShouldContain("31 words");
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var citation = Cite(string.Join(' ', Enumerable.Repeat("word", 31))) with { Prefix = "", Start = 3 };

        QuoteCheck.Of(citation, Archived, [First]).Problems.Select(problem => problem.Pointer).ShouldBe(["/quote", "/prefix", "/end"]);
        QuoteCheck.Of(citation, null, [First]).Problems.Select(problem => problem.Pointer).ShouldBe(["/source", "/quote", "/prefix"]);
        QuoteCheck.Of(citation, Excerpt, [First]).Problems.Select(problem => problem.Pointer).ShouldBe(["/quote", "/prefix", "/start"]);
    }

    [Fact]
    public void A_source_that_the_ledger_does_not_know_is_a_problem_of_the_source() =>
        QuoteCheck
            .Of(Cite("in Paris"), null, [First])
            .Problems.ShouldHaveSingleItem()
            .ShouldBe(new("/source", "the source 'a-text' is not archived; archive it first, or correct the id"));

    [Fact]
    public void A_source_known_only_by_an_excerpt_has_no_places()
    {
        QuoteCheck.Of(Cite("in Paris"), Excerpt, [First]).Status.ShouldBe(QuoteStatus.ExcerptOnly);
        var placed = Cite("in Paris") with { Start = 21, End = 29, Snapshot = First.Sha256 };
        QuoteCheck.Of(placed, Excerpt, [First]).Problems.ShouldAllBe(problem => problem.Message.Contains("known only by an excerpt"));
        QuoteCheck.Of(placed, Excerpt, [First]).Problems.Select(problem => problem.Pointer).ShouldBe(["/start", "/end", "/snapshot"]);
        QuoteCheck
            .Of(placed, Excerpt with { ExcerptOnly = false }, [First])
            .Problems.ShouldAllBe(problem => problem.Message.Contains("has no snapshot"));
    }

    [Fact]
    public void Without_the_text_a_quote_with_a_place_is_not_checked_and_one_without_is_refused()
    {
        QuoteCheck.Of(Cite("in Paris") with { Start = 21, End = 29 }, Archived, []).Status.ShouldBe(QuoteStatus.NotChecked);
        QuoteCheck
            .Of(Cite("in Paris"), Archived, [Second])
            .Problems.ShouldHaveSingleItem()
            .Message.ShouldContain("not available to find it in");
    }

    [Fact]
    public void Of_a_source_with_two_snapshots_the_one_that_a_quote_is_from_is_filled_in_unless_it_is_the_first()
    {
        QuoteCheck
            .Of(Cite("closed again"), ArchivedTwice, [First, Second])
            .Citation.ShouldBe(Cite("closed again") with { Start = 38, End = 50, Snapshot = Second.Sha256 });
        QuoteCheck.Of(Cite("in Beirut"), ArchivedTwice, [First, Second]).Citation.Snapshot.ShouldBeNull();
        QuoteCheck
            .Of(Cite("in Paris") with { Snapshot = Second.Sha256 }, ArchivedTwice, [First, Second])
            .Citation.Snapshot.ShouldBe(Second.Sha256);
        QuoteCheck
            .Of(Cite("in Beirut") with { Snapshot = Second.Sha256 }, ArchivedTwice, [First, Second])
            .Status.ShouldBe(QuoteStatus.Wrong);
        QuoteCheck
            .Of(Cite("in Paris") with { Snapshot = Second.Sha256 }, Archived, [First, Second])
            .Problems.ShouldHaveSingleItem()
            .Pointer.ShouldBe("/snapshot");
    }

    [Fact]
    public void A_quote_is_not_checked_while_the_text_that_it_is_from_is_not_at_hand()
    {
        var closed = Cite("it was closed again") with { Start = 31, End = 50 };

        QuoteCheck.Of(closed with { Snapshot = Second.Sha256 }, ArchivedTwice, [First]).Status.ShouldBe(QuoteStatus.NotChecked);
        QuoteCheck.Of(closed, ArchivedTwice, [Second]).Citation.Snapshot.ShouldBe(Second.Sha256);
        QuoteCheck.Of(closed with { Start = 30, End = 49 }, ArchivedTwice, [Second]).Status.ShouldBe(QuoteStatus.NotChecked);
        QuoteCheck.Of(closed, ArchivedTwice, [First]).Status.ShouldBe(QuoteStatus.Wrong);
    }

    private static SnapshotText TextOf(string text) => SnapshotText.Of(Encoding.UTF8.GetBytes(text));

    private static Citation Cite(string quote) => new() { Source = "a-text", Quote = quote };
}
