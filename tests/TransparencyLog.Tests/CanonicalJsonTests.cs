using System.Text;

namespace TransparencyLog.Tests;

public class CanonicalJsonTests
{
    [Fact]
    public void The_sample_of_RFC_8785_section_3_2_2_is_serialized_as_there()
    {
        const string sample = """
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """;

        Of(sample)
            .ShouldBe(
                """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}"""
            );
    }

    [Fact]
    public void The_sample_of_RFC_8785_section_3_2_3_is_sorted_as_there()
    {
        const string sample = """
            {
              "\u20ac": "Euro Sign",
              "\r": "Carriage Return",
              "\ufb33": "Hebrew Letter Dalet With Dagesh",
              "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face",
              "\u0080": "Control",
              "\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """;

        Of(sample)
            .ShouldBe(
                "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\","
                    + "\"€\":\"Euro Sign\",\"\U0001F600\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}"
            );
    }

    [Theory]
    // RFC 8785, appendix B.
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffff, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0xc340000000000000, "-9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555554, "333333333.33333325")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0x41b3de4355555556, "333333333.3333334")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void The_numbers_of_RFC_8785_appendix_B_are_serialized_as_there(ulong bits, string expected)
    {
        // Seventeen digits identify any double.
        var value = BitConverter.UInt64BitsToDouble(bits);

        Of(value.ToString("E16")).ShouldBe(expected);
        Of(expected).ShouldBe(expected);
    }

    [Fact]
    public void Any_double_round_trips_in_the_fewest_digits()
    {
        var random = new Random(8785);
        for (var count = 0; count < 100_000; count++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (!double.IsFinite(value))
                continue;
            var written = Of(value.ToString("E16"));

            double.Parse(written).ShouldBe(value, written);
            written.Split('e')[0].Replace(".", "", StringComparison.Ordinal).Trim('-', '0').Length.ShouldBeLessThanOrEqualTo(17, written);
            var plain = Math.Abs(value) is >= 1e-6 and < 1e21;
            written.Contains('e', StringComparison.Ordinal).ShouldBe(!plain, written);
        }
    }

    [Theory]
    [InlineData("""{"b":1,"a":{"d":[],"c":{}}}""", """{"a":{"c":{},"d":[]},"b":1}""")]
    [InlineData(""" { "a" : 1 , "B" : 2 , "" : 3 , "aa" : 4 } """, """{"":3,"B":2,"a":1,"aa":4}""")]
    [InlineData("""[ -0, -0.0, 0e5, 1e0, 100e-2, 1.10 ]""", "[0,0,0,1,1,1.1]")]
    [InlineData(""" "\u0001\b\t\n\f\r\u007f\u2028\/é" """, "\"\\u0001\\b\\t\\n\\f\\r\u007f\u2028/é\"")]
    [InlineData("""{"a\"":1,"a!":2,"a":3}""", """{"a":3,"a!":2,"a\"":1}""")]
    [InlineData("""{"\\":1,"[":2,"]":3}""", """{"[":2,"\\":1,"]":3}""")]
    [InlineData("true", "true")]
    [InlineData("null", "null")]
    [InlineData("[[],[[]],{}]", "[[],[[]],{}]")]
    public void Each_value_has_one_canonical_form(string json, string expected)
    {
        Of(json).ShouldBe(expected);
        Of(expected).ShouldBe(expected);
    }

    [Fact]
    public void Names_are_sorted_by_UTF_16_code_units_and_not_by_code_points() =>
        Of("""{"\uffff":1,"\ud800\udc00":2}""").ShouldBe("{\"\U00010000\":2,\"\uffff\":1}");

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("[1,]")]
    [InlineData("// comment\n1")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("01")]
    [InlineData("1e400")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":1,"b":2,"\u0061":3}""")]
    [InlineData(""" "\ud800" """)]
    [InlineData(""" "\udc00\ud800" """)]
    [InlineData("""{"\ud800":1}""")]
    public void What_has_no_canonical_form_is_rejected(string json) => Should.Throw<CanonicalJsonException>(() => Of(json));

    [Fact]
    public void Text_that_is_not_UTF_8_is_rejected()
    {
        Should.Throw<CanonicalJsonException>(() => CanonicalJson.Canonicalize([(byte)'"', 0xff, (byte)'"']));
        Should.Throw<CanonicalJsonException>(() => CanonicalJson.Canonicalize([(byte)'"', 0xed, 0xa0, 0x80, (byte)'"'])); // a surrogate in CESU-8
    }

    [Theory]
    [InlineData("9007199254740992")]
    [InlineData("-9007199254740992")]
    [InlineData("9007199254740992.0")]
    [InlineData("9.007199254740992e15")]
    [InlineData("0.1")]
    public void Exact_JSON_allows_numbers_up_to_2_to_the_53rd(string json) => Exact(json).ShouldBe(Of(json));

    [Theory]
    [InlineData("9007199254740993")]
    [InlineData("-9007199254740993")]
    [InlineData("9007199254740994")]
    [InlineData("9007199254740992.1")]
    [InlineData("1e16")]
    [InlineData("1E30")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("""{"a":[{"b":18446744073709551615}]}""")]
    public void Exact_JSON_rejects_numbers_beyond_2_to_the_53rd(string json) =>
        Should.Throw<CanonicalJsonException>(() => Exact(json)).Message.ShouldContain("2^53");

    [Theory]
    [InlineData(""" "a\u0000b" """)]
    [InlineData("""{"\u0000":1}""")]
    public void Exact_JSON_rejects_the_character_that_PostgreSQL_cannot_store(string json)
    {
        Should.Throw<CanonicalJsonException>(() => Exact(json)).Message.ShouldContain("U+0000");
        Of(json).ShouldContain("\\u0000");
    }

    [Fact]
    public void A_writer_can_be_reused_even_after_an_exception()
    {
        var writer = new CanonicalJsonWriter(strict: false);
        var large = $$"""{"z":"{{new string('x', 5000)}}","a":[{"d":1,"c":2}]}""";

        Should.Throw<CanonicalJsonException>(() => writer.Write("""{"b":1,"b":[{"a":1,"""u8));
        Encoding.UTF8.GetString(writer.Write(Encoding.UTF8.GetBytes(large))).ShouldBe(Of(large));
        Encoding.UTF8.GetString(writer.Write("""{"b":1,"a":2}"""u8)).ShouldBe("""{"a":2,"b":1}""");
    }

    private static string Of(string json) => Encoding.UTF8.GetString(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(json)));

    private static string Exact(string json) => Encoding.UTF8.GetString(CanonicalJson.CanonicalizeStrict(Encoding.UTF8.GetBytes(json)));
}
