using ArtsakhLedger.Http;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Http;

public sealed class CsvTableTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData(null, "")]
    [InlineData("Washington, D.C.", "\"Washington, D.C.\"")]
    [InlineData("a \"friend\"", "\"a \"\"friend\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+374", "'+374")]
    [InlineData("-0100-01-01", "-0100-01-01")]
    [InlineData("-0044-03-15 | -0043", "-0044-03-15 | -0043")]
    [InlineData("-0100/-0050", "-0100/-0050")]
    [InlineData("Y-17000", "Y-17000")]
    [InlineData("-12345-01-01", "-12345-01-01")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("-0044 | =1+1", "'-0044 | =1+1")]
    [InlineData("-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0")]
    [InlineData(" =1+1", "' =1+1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("Baku; =1+1", "\"Baku; =1+1\"")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tindented", "\"'\tindented\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    public void A_field_is_quoted_where_it_must_be_and_is_never_a_formula(string? value, string field)
    {
        var table = new CsvTable("column");
        table.Add(value);

        table.ToString().ShouldBe($"column\r\n{field}\r\n");
    }
}
