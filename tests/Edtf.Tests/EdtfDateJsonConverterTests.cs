using System.Text.Json;

namespace Edtf.Tests;

public class EdtfDateJsonConverterTests
{
    [Theory]
    [InlineData("1985-04-12")]
    [InlineData("2004-06-~01/2004-06-~20")]
    [InlineData("[..2001-07-04]")]
    public void An_expression_is_a_string_in_EDTF(string text)
    {
        JsonSerializer.Serialize(EdtfDate.Parse(text)).ShouldBe($"\"{text}\"");
        JsonSerializer.Deserialize<EdtfDate>($"\"{text}\"").ShouldBe(EdtfDate.Parse(text));
    }

    [Fact]
    public void An_expression_may_be_a_property_name()
    {
        var titles = new Dictionary<EdtfDate, string> { [EdtfDate.Parse("199X")] = "Notes" };

        JsonSerializer.Serialize(titles).ShouldBe("{\"199X\":\"Notes\"}");
        JsonSerializer.Deserialize<Dictionary<EdtfDate, string>>("{\"199X\":\"Notes\"}").ShouldBe(titles);
    }

    [Fact]
    public void An_error_says_what_was_expected_and_where() =>
        Should
            .Throw<JsonException>(() => JsonSerializer.Deserialize<EdtfDate>("\"2004-13\""))
            .Message.ShouldContain("Expected a month from 01 to 12 or a season from 21 to 41 at position 5.");

    [Theory]
    [InlineData("1985")]
    [InlineData("true")]
    [InlineData("null")]
    public void What_is_not_a_string_is_a_JSON_error(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<EdtfDate>(json));
}
