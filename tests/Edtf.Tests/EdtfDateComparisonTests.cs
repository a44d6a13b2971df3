namespace Edtf.Tests;

public class EdtfDateComparisonTests
{
    private const Likelihood Certain = Likelihood.Certain;
    private const Likelihood Possible = Likelihood.Possible;
    private const Likelihood Impossible = Likelihood.Impossible;

    [Theory]
    [InlineData("1996", "1997", Certain)]
    [InlineData("1997", "1997", Possible)]
    [InlineData("1997-05-01", "1997-05-01", Impossible)]
    [InlineData("1997", "1996", Impossible)]
    [InlineData("1996?", "1997~", Certain)]
    [InlineData("1997-05", "1997", Possible)]
    [InlineData("XXXX-10-12", "2013", Possible)]
    [InlineData("[..2001-07-04]", "2001-07-05", Certain)]
    [InlineData("[..2001-07-04]", "2001-07-04", Possible)]
    [InlineData("1993/1997", "1998", Certain)]
    [InlineData("1993/1997", "1997-12-31", Possible)]
    [InlineData("1993/", "1998", Possible)]
    [InlineData("1993/", "1993-01-01", Impossible)]
    [InlineData("1993/..", "1998", Impossible)]
    [InlineData("1990", "../1998", Impossible)]
    [InlineData("1990", "/1998", Possible)]
    [InlineData("{1960,1961-12}", "1961-12-15", Possible)]
    [InlineData("{1960,1961-12}", "1961-11", Impossible)]
    [InlineData("{1960..}", "2000", Impossible)]
    public void IsBefore_and_IsAfter_compare_the_end_of_one_with_the_start_of_the_other(string text, string other, Likelihood expected)
    {
        var (left, right) = (EdtfDate.Parse(text), EdtfDate.Parse(other));

        left.IsBefore(right).ShouldBe(expected);
        right.IsAfter(left).ShouldBe(expected);
    }

    [Theory]
    [InlineData("1997-05-01", "1997-05-01?", Certain)]
    [InlineData("1997-05-01", "1997-05-02", Impossible)]
    [InlineData("1997", "1997", Possible)]
    [InlineData("XXXX-10-12", "2013-10-12", Possible)]
    [InlineData("XXXX-10-12", "XXXX-10-13", Impossible)]
    [InlineData("1993-01-01/1997-01-01", "1993-01-01/1997-01-01", Certain)]
    [InlineData("1993-01-01/..", "1993-01-01/..", Certain)]
    [InlineData("1993-01-01/..", "1993-01-01/", Impossible)]
    [InlineData("1993-01-01/..", "1993-01-01/1997", Impossible)]
    [InlineData("../..", "../..", Certain)]
    [InlineData("1997-05-01/1997-05-01", "1997-05-01", Certain)]
    [InlineData("1997-05-01/1997-05-02", "1997-05", Impossible)]
    public void CoincidesWith_compares_both_ends(string text, string other, Likelihood expected)
    {
        EdtfDate.Parse(text).CoincidesWith(EdtfDate.Parse(other)).ShouldBe(expected);
        EdtfDate.Parse(other).CoincidesWith(EdtfDate.Parse(text)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("1997-05", "1997", Certain)]
    [InlineData("1997", "1997-05", Possible)]
    [InlineData("1998", "1997", Impossible)]
    [InlineData("1997-05-01/1997-06", "1997", Certain)]
    [InlineData("1997/1998", "1997", Impossible)]
    [InlineData("1995", "1993/1997", Certain)]
    [InlineData("1993", "1993/1997", Possible)]
    [InlineData("1992", "1993/1997", Impossible)]
    [InlineData("2050", "1993/..", Certain)]
    [InlineData("2050", "1993/", Possible)]
    [InlineData("1900", "../1997", Certain)]
    [InlineData("1900", "/1997", Possible)]
    [InlineData("1993/..", "1993/..", Possible)]
    [InlineData("[2000,2010]", "2004/2006", Impossible)]
    [InlineData("XXXX-10-12", "2013-02/2013-04", Impossible)]
    [InlineData("XXXX-10-12", "2013-02/2013-11", Possible)]
    [InlineData("XXXX-10-12", "XXXX-10", Certain)]
    [InlineData("1668", "[1667,1668,1670..1672]", Certain)]
    [InlineData("1669", "[1667,1668,1670..1672]", Impossible)]
    [InlineData("1667-05/1668-05", "[1667,1668,1670..1672]", Certain)]
    [InlineData("1993/..", "[1990..]", Certain)]
    [InlineData("1993/..", "1993", Impossible)]
    public void IsWithin_takes_the_other_expression_as_a_period(string text, string other, Likelihood expected) =>
        EdtfDate.Parse(text).IsWithin(EdtfDate.Parse(other)).ShouldBe(expected);

    [Theory]
    [InlineData("1993/1997", "1995/1999", Certain)]
    [InlineData("1993/1997", "1997/1999", Possible)]
    [InlineData("1993/1997", "1998/1999", Impossible)]
    [InlineData("1993/..", "2050", Certain)]
    [InlineData("1993/", "2050", Possible)]
    [InlineData("1997", "1997", Possible)]
    [InlineData("1997-05-01", "1997-05-01", Certain)]
    [InlineData("[2000,2010]", "2004/2006", Impossible)]
    [InlineData("XXXX-10-12", "2013", Possible)]
    [InlineData("/..", "../", Possible)]
    public void Overlaps_is_about_a_shared_day(string text, string other, Likelihood expected)
    {
        EdtfDate.Parse(text).Overlaps(EdtfDate.Parse(other)).ShouldBe(expected);
        EdtfDate.Parse(other).Overlaps(EdtfDate.Parse(text)).ShouldBe(expected);
    }
}
