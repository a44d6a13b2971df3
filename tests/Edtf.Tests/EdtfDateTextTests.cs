using System.Text;

namespace Edtf.Tests;

public class EdtfDateTextTests
{
    [Theory]
    [InlineData("1985-04-12")]
    [InlineData("1985-04-12T23:20:30+04:30")]
    [InlineData("-0199-XX-3X")]
    [InlineData("-000X")]
    [InlineData("Y-17E7")]
    [InlineData("Y3388E2S3~")]
    [InlineData("2004?-06-%11")]
    [InlineData("2004-%06-~11")]
    [InlineData("2004?-06-?11~")]
    [InlineData("2004-06-~01/2004-06-~20")]
    [InlineData("../1985")]
    [InlineData("/..")]
    [InlineData("/")]
    [InlineData("[..1667,1670~..1672,XXXX-10-12,2001-21,Y12345,1760-12..]")]
    [InlineData("{1667}")]
    public void The_canonical_form_round_trips(string text)
    {
        EdtfDate.Parse(text).ToString().ShouldBe(text);
        $"{EdtfDate.Parse(text)}".ShouldBe(text);
    }

    [Fact]
    public void All_overloads_parse_to_the_same_expression()
    {
        var expected = EdtfDate.Parse("2004?-06-%11");

        EdtfDate.Parse("2004?-06-%11".AsSpan()).ShouldBe(expected);
        EdtfDate.Parse("2004?-06-%11"u8).ShouldBe(expected);
        EdtfDate.TryParse("2004?-06-%11", out var fromString).ShouldBeTrue();
        EdtfDate.TryParse("2004?-06-%11"u8, out var fromUtf8).ShouldBeTrue();
        Parse<EdtfDate>("2004?-06-%11").ShouldBe(expected);
        ParseSpan<EdtfDate>("2004?-06-%11").ShouldBe(expected);
        ParseUtf8<EdtfDate>("2004?-06-%11"u8).ShouldBe(expected);
        (fromString, fromUtf8).ShouldBe((expected, expected));
    }

    [Fact]
    public void All_overloads_reject_invalid_text()
    {
        Should.Throw<EdtfFormatException>(() => EdtfDate.Parse("2004-13")).Error.Position.ShouldBe(5);
        Should.Throw<EdtfFormatException>(() => EdtfDate.Parse("2004-13"u8)).Error.Position.ShouldBe(5);
        Should.Throw<FormatException>(() => Parse<EdtfDate>("2004-13"));
        Should.Throw<ArgumentNullException>(() => EdtfDate.Parse((string)null!));
        EdtfDate.TryParse((string?)null, out var result).ShouldBeFalse();
        result.ShouldBe(default);
        EdtfDate.TryParse("2004-06-11", out _, out var error).ShouldBeTrue();
        error.ShouldBe(default);
    }

    [Fact]
    public void The_position_of_an_error_in_UTF_8_is_that_of_the_byte()
    {
        EdtfDate.TryParse("[1984,é]"u8, out _, out var error).ShouldBeFalse();

        error.Position.ShouldBe(6);
    }

    [Theory]
    [InlineData("1985-04-12")]
    [InlineData("[1667,1668,1670..1672]")]
    public void TryFormat_succeeds_only_if_the_span_is_long_enough(string text)
    {
        var date = EdtfDate.Parse(text);
        var characters = new char[text.Length];
        var bytes = new byte[text.Length];

        date.TryFormat(characters, out var charactersWritten, default, null).ShouldBeTrue();
        date.TryFormat(bytes, out var bytesWritten, default, null).ShouldBeTrue();
        (charactersWritten, new string(characters)).ShouldBe((text.Length, text));
        (bytesWritten, Encoding.UTF8.GetString(bytes)).ShouldBe((text.Length, text));

        date.TryFormat(characters.AsSpan(1), out charactersWritten, default, null).ShouldBeFalse();
        date.TryFormat(bytes.AsSpan(1), out bytesWritten, default, null).ShouldBeFalse();
        (charactersWritten, bytesWritten).ShouldBe((0, 0));
    }

    [Fact]
    public void Parsing_a_day_and_getting_its_bounds_does_not_allocate()
    {
        Measure();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Measure();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        static void Measure()
        {
            Span<char> buffer = stackalloc char[16];
            _ =
                EdtfDate.TryParse("2004-06-11".AsSpan(), out var date, out _)
                && date.Earliest == date.Latest
                && date.TryFormat(buffer, out _, default, null);
        }
    }

    private static T Parse<T>(string text)
        where T : IParsable<T> => T.Parse(text, null);

    private static T ParseSpan<T>(ReadOnlySpan<char> text)
        where T : ISpanParsable<T> => T.Parse(text, null);

    private static T ParseUtf8<T>(ReadOnlySpan<byte> text)
        where T : IUtf8SpanParsable<T> => T.Parse(text, null);
}
