using ArtsakhLedger.Pages;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages;

public sealed class RecordTextTests
{
    [Theory]
    [InlineData("Արցախ, Арцах, 阿尔察赫, אַרְצַח", "Արցախ, Арцах, 阿尔察赫, אַרְצַח")]
    [InlineData("a\u202Eb\u202Cc", "a[U+202E]b[U+202C]c")]
    [InlineData("\u2066x\u2069", "[U+2066]x[U+2069]")]
    [InlineData("a\u200Eb\u200Fc\u2060d", "a\u200Eb\u200Fc\u2060d")]
    [InlineData(null, "")]
    public void Only_what_turns_the_text_behind_it_is_shown_by_its_number(string? text, string shown) =>
        RecordText.Shown(text).ShouldBe(shown);
}
