using System.Text.Json;

namespace Edtf.Tests;

public class DayJsonConverterTests
{
    [Fact]
    public void A_day_is_a_string_or_a_property_name()
    {
        JsonSerializer.Serialize(new Day(2006, 6, 1)).ShouldBe("\"2006-06-01\"");
        JsonSerializer.Deserialize<Day>("\"2006-06-01\"").ShouldBe(new Day(2006, 6, 1));

        var counts = new Dictionary<Day, int> { [new Day(-43, 3, 15)] = 23 };
        JsonSerializer.Serialize(counts).ShouldBe("{\"-0043-03-15\":23}");
        JsonSerializer.Deserialize<Dictionary<Day, int>>("{\"-0043-03-15\":23}").ShouldBe(counts);
    }

    [Fact]
    public void A_missing_day_is_null() => JsonSerializer.Deserialize<Day?>("null").ShouldBeNull();

    [Theory]
    [InlineData("\"2006-06\"")]
    [InlineData("\"2006-06-31\"")]
    [InlineData("20060601")]
    [InlineData("null")]
    public void What_is_not_a_day_is_a_JSON_error(string json) => Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Day>(json));
}
