using ArtsakhLedger.Pages.Timeline;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages.TimelinePictures;

public sealed class PictureTextTests
{
    [Theory]
    [InlineData("Paris", "\u2068Paris\u2069")]
    [InlineData("a\u2069b\u202Ec", "\u2068a[U+2069]b[U+202E]c\u2069")]
    [InlineData("a\u200Eb", "\u2068a\u200Eb\u2069")]
    [InlineData("a\u2029b\nc\u0001d\uFFFEe", "\u2068a b c d e\u2069")]
    public void A_text_moves_nothing_around_it_and_holds_only_what_a_picture_can(string text, string isolated) =>
        PictureText.Isolated(text).ShouldBe(isolated);

    [Fact]
    public void Lines_break_between_words_and_too_many_are_cut() =>
        PictureText.Lines("one two three four five", 9, 2).ShouldBe(["\u2068one two\u2069", "\u2068three…\u2069"]);

    [Fact]
    public void A_word_that_is_longer_than_a_line_breaks_between_letters_and_keeps_their_accents() =>
        PictureText.Lines("ae\u0301io\u0301u", 2, 5).ShouldBe(["\u2068ae\u0301\u2069", "\u2068io\u0301\u2069", "\u2068u\u2069"]);

    [Fact]
    public void Nothing_is_a_line_too() => PictureText.Lines(" ", 5, 2).ShouldBe(["\u2068\u2069"]);
}
