using System.Globalization;

namespace Edtf.Tests;

public class EnglishWordingTests
{
    [Theory]
    [InlineData("2018-05-17", "17 May 2018")]
    [InlineData("2018-03", "March 2018")]
    [InlineData("1997", "1997")]
    [InlineData("0079-08-24", "24 August AD 79")]
    [InlineData("0000", "1 BC")]
    [InlineData("-0043-03-15", "15 March 44 BC")]
    [InlineData("Y170000002", "AD 170,000,002")]
    [InlineData("Y-17E7", "170,000,001 BC")]
    [InlineData("1950S2", "between 1900 and 1999, estimated to be 1950")]
    [InlineData("1950S4", "1950")]
    [InlineData("1985-04-12T23:20:30", "12 April 1985, 23:20:30")]
    [InlineData("1985-04-12T23:20:30Z", "12 April 1985, 23:20:30 UTC")]
    [InlineData("1985-04-12T23:20:30-04", "12 April 1985, 23:20:30 UTC-04:00")]
    [InlineData("1985-04-12T23:20:30+04:30", "12 April 1985, 23:20:30 UTC+04:30")]
    public void A_date_gives_day_month_and_year(string text, string english) => EdtfDate.Parse(text).ToEnglish().ShouldBe(english);

    [Theory]
    [InlineData("2001-21", "spring 2001")]
    [InlineData("2001-24", "winter 2001")]
    [InlineData("2001-28", "winter 2001 (northern hemisphere)")]
    [InlineData("2001-29", "spring 2001 (southern hemisphere)")]
    [InlineData("2001-36", "fourth quarter of 2001")]
    [InlineData("2001-38", "second quadrimester of 2001 (May to August)")]
    [InlineData("2001-41", "second half of 2001")]
    [InlineData("2001-34~", "about the second quarter of 2001")]
    public void A_sub_year_grouping_is_named(string text, string english) => EdtfDate.Parse(text).ToEnglish().ShouldBe(english);

    [Theory]
    [InlineData("2004-12-25~", "about 25 December 2004")]
    [InlineData("1984?", "possibly 1984")]
    [InlineData("2004-06%", "possibly about June 2004")]
    [InlineData("199X~", "about the 1990s")]
    [InlineData("2004?-06-11", "11 June 2004 (year uncertain)")]
    [InlineData("2004-06~-11", "11 June 2004 (year and month approximate)")]
    [InlineData("?2004-06-~11", "11 June 2004 (year uncertain, day approximate)")]
    [InlineData("2004-%06", "June 2004 (month uncertain and approximate)")]
    [InlineData("2004~-21", "spring 2004 (year approximate)")]
    public void A_qualifier_applies_to_the_whole_date_or_to_its_components(string text, string english) =>
        EdtfDate.Parse(text).ToEnglish().ShouldBe(english);

    [Theory]
    [InlineData("199X", "1990s")]
    [InlineData("190X", "between 1900 and 1909")]
    [InlineData("19XX", "between 1900 and 1999")]
    [InlineData("-01XX", "between 200 BC and 101 BC")]
    [InlineData("-XXXX", "a year BC")]
    [InlineData("1X84", "a year like 1X84")]
    [InlineData("XXXX", "undated")]
    [InlineData("XXXX-XX", "undated")]
    [InlineData("XXXX-XX-XX", "undated")]
    [InlineData("XXXX-10-12", "12 October, year unknown")]
    [InlineData("XXXX-10", "October, year unknown")]
    [InlineData("XXXX-12-XX", "December, year and day unknown")]
    [InlineData("2004-XX", "2004, month unknown")]
    [InlineData("1985-04-XX", "April 1985, day unknown")]
    [InlineData("1985-XX-XX", "1985, month and day unknown")]
    [InlineData("199X-XX", "1990s, month unknown")]
    [InlineData("156X-12-25", "25 December, 1560s")]
    [InlineData("15XX-12-25", "25 December, between 1500 and 1599")]
    [InlineData("1XXX-12", "December, between 1000 and 1999")]
    [InlineData("199X-12-XX", "December, 1990s, day unknown")]
    [InlineData("1984-1X", "between 1 October 1984 and 31 December 1984")]
    [InlineData("2004-06-1X", "between 10 June 2004 and 19 June 2004")]
    [InlineData("2016-1X-3X", "one of the days 2016-1X-3X")]
    [InlineData("XXXX-10-12?", "possibly 12 October, year unknown")]
    public void Unspecified_digits_are_described_as_unknown(string text, string english) =>
        EdtfDate.Parse(text).ToEnglish().ShouldBe(english);

    [Theory]
    [InlineData("1993/1997", "from 1993 to 1997")]
    [InlineData("1985/..", "from 1985 onwards")]
    [InlineData("1985/", "from 1985, end unknown")]
    [InlineData("../1985", "until 1985")]
    [InlineData("/1985", "until 1985, start unknown")]
    [InlineData("/..", "ongoing, start unknown")]
    [InlineData("../", "from the beginning, end unknown")]
    [InlineData("../..", "at all times")]
    [InlineData("/", "undated")]
    [InlineData("1984?/2004-06~", "from possibly 1984 to about June 2004")]
    [InlineData("199X/2001-33", "from the 1990s to the first quarter of 2001")]
    [InlineData("2004-06-XX/2004-07-03", "from June 2004, day unknown, to 3 July 2004")]
    [InlineData("2004-06-XX/", "from June 2004, day unknown, end unknown")]
    public void An_interval_runs_from_its_start_to_its_end(string text, string english) =>
        EdtfDate.Parse(text).ToEnglish().ShouldBe(english);

    [Theory]
    [InlineData("[..2001-07-04]", "4 July 2001 or before")]
    [InlineData("[1984..]", "1984 or after")]
    [InlineData("[2023-09-19..2024-01-01]", "between 19 September 2023 and 1 January 2024")]
    [InlineData("[199X..2001]", "between the 1990s and 2001")]
    [InlineData("[2012,2014]", "2012 or 2014")]
    [InlineData("[1667,1668,1670..1672]", "1667, 1668 or 1670 to 1672")]
    [InlineData("[1984]", "1984")]
    [InlineData("{1960,1961-12}", "1960 and December 1961")]
    [InlineData("{1667,1668,1670..1672}", "1667, 1668 and 1670 to 1672")]
    [InlineData("{..1984}", "1984 and before")]
    [InlineData("{1984..}", "1984 and after")]
    public void A_set_joins_its_members(string text, string english) => EdtfDate.Parse(text).ToEnglish().ShouldBe(english);

    [Theory]
    [InlineData("2018-05-17", "May 17, 2018")]
    [InlineData("XXXX-10-12", "October 12, year unknown")]
    [InlineData("[..2001-07-04]", "July 4, 2001, or before")]
    [InlineData("[2023-09-19..2024-01-01]", "between September 19, 2023, and January 1, 2024")]
    [InlineData("2004-06-1X", "between June 10, 2004, and June 19, 2004")]
    [InlineData("1985-04-12/..", "from April 12, 1985, onwards")]
    public void American_English_puts_the_month_first_and_commas_around_the_year(string text, string english) =>
        EdtfDate.Parse(text).ToEnglish(new CultureInfo("en-US")).ShouldBe(english);
}
