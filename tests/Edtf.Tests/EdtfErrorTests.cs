namespace Edtf.Tests;

/// <summary>Texts that break the rules of the grammar and the calendar.</summary>
public class EdtfErrorTests
{
    private const string Month = "a month from 01 to 12 or a season from 21 to 41";
    private const string DayOfMonth = "a day of the month from 01 to 31";
    private const string YearDigit = "a digit of a year of four digits";
    private const string EndOfDate = "'/' or the end of the text";
    private const string EndOfText = "the end of the text";

    [Theory]
    [InlineData("", 0, "a date, an interval or a set")]
    [InlineData("Dec. 1970", 0, "a date")]
    [InlineData("198", 3, YearDigit)]
    [InlineData("19x4", 2, YearDigit)]
    [InlineData("-", 1, YearDigit)]
    [InlineData("--1984", 1, YearDigit)]
    [InlineData("+1984", 0, "a date")]
    [InlineData("-0000", 0, "the year 0000 without a minus")]
    [InlineData("-?1984", 1, YearDigit)]
    [InlineData("19845", 4, "'-', or 'Y' before a year of more than four digits")]
    [InlineData("1٩84", 1, YearDigit)]
    [InlineData("1984.", 4, EndOfDate)]
    [InlineData("1984BC", 4, EndOfDate)]
    public void A_year_has_four_digits(string text, int position, string expected) => ShouldFail(text, position, expected);

    [Theory]
    [InlineData("Y", 1, "a year of at most sixteen digits that does not begin with 0")]
    [InlineData("Y012345", 1, "a year of at most sixteen digits that does not begin with 0")]
    [InlineData("Y--12345", 2, "a year of at most sixteen digits that does not begin with 0")]
    [InlineData("Y12345678901234567", 17, "a year of at most sixteen digits that does not begin with 0")]
    [InlineData("Y1984", 0, "four digits without 'Y' for a year from -9999 to 9999")]
    [InlineData("Y17E1", 0, "four digits without 'Y' for a year from -9999 to 9999")]
    [InlineData("Y17E", 4, "an exponent from 1 to 15")]
    [InlineData("Y17E0", 4, "an exponent from 1 to 15")]
    [InlineData("Y17E-7", 4, "an exponent from 1 to 15")]
    [InlineData("Y17E123", 6, "an exponent from 1 to 15")]
    [InlineData("Y17E15", 1, "a year of at most sixteen digits")]
    [InlineData("Y1E99", 1, "a year of at most sixteen digits")]
    [InlineData("Y1.7E8", 0, "four digits without 'Y' for a year from -9999 to 9999")]
    [InlineData("Y17012X", 6, EndOfDate)]
    [InlineData("y170000002", 0, "a date")]
    [InlineData("Y170000002-01", 10, EndOfDate)]
    public void A_long_year_has_five_to_sixteen_digits_and_no_month(string text, int position, string expected) =>
        ShouldFail(text, position, expected);

    [Theory]
    [InlineData("1950S", 5, "a number of significant digits from 1 to 16")]
    [InlineData("1950S0", 5, "a number of significant digits from 1 to 16")]
    [InlineData("1950S17", 5, "a number of significant digits from 1 to 16")]
    [InlineData("1950S123", 7, "a number of significant digits from 1 to 16")]
    [InlineData("195XS2", 4, EndOfDate)]
    [InlineData("1950S2-05", 6, EndOfDate)]
    [InlineData("1950?S2", 5, EndOfDate)]
    public void Significant_digits_are_a_number_after_a_year(string text, int position, string expected) =>
        ShouldFail(text, position, expected);

    [Theory]
    [InlineData("1985-", 5, Month)]
    [InlineData("1985-4", 6, Month)]
    [InlineData("1985-00", 5, Month)]
    [InlineData("1985-13", 5, Month)]
    [InlineData("1985-20", 5, Month)]
    [InlineData("1985-42", 5, Month)]
    [InlineData("1985-2X", 5, Month)]
    [InlineData("1985-?2X", 6, Month)]
    [InlineData("1985-0410", 7, EndOfDate)]
    [InlineData("198504", 4, "'-', or 'Y' before a year of more than four digits")]
    [InlineData("199X-21", 5, "a month from 01 to 12, or a year without 'X' before a season")]
    [InlineData("1985-21-03", 7, EndOfDate)]
    public void A_month_has_two_digits_and_may_be_a_season(string text, int position, string expected) =>
        ShouldFail(text, position, expected);

    [Theory]
    [InlineData("1985-04-", 8, DayOfMonth)]
    [InlineData("1985-04-1", 9, DayOfMonth)]
    [InlineData("1985-04-00", 8, DayOfMonth)]
    [InlineData("1985-04-32", 8, DayOfMonth)]
    [InlineData("1985-04-4X", 8, DayOfMonth)]
    [InlineData("1985-04-123", 10, EndOfDate)]
    [InlineData("1985-04-12-", 10, EndOfDate)]
    [InlineData("1985-102", 7, EndOfDate)]
    public void A_day_has_two_digits(string text, int position, string expected) => ShouldFail(text, position, expected);

    [Theory]
    [InlineData("1900-02-29")]
    [InlineData("2023-02-29")]
    [InlineData("-0001-02-29")]
    [InlineData("2024-02-30")]
    [InlineData("2024-04-31")]
    [InlineData("2024-11-31")]
    [InlineData("156X-11-31")]
    [InlineData("15XX-02-3X")]
    [InlineData("XXXX-02-30")]
    [InlineData("X1X1-02-29")]
    [InlineData("2023-0X-29T", 10, EndOfDate)]
    [InlineData("2024-?02-?30", 10)]
    [InlineData("[2024,2024-02-30]", 14)]
    [InlineData("2024/2024-06-31", 13)]
    public void A_day_exists_in_its_month_and_year(
        string text,
        int? position = null,
        string expected = "a day that exists in that month and year"
    ) => ShouldFail(text, position ?? text.Length - 2, expected);

    [Theory]
    [InlineData("1984??", 5, "one qualifier ('%' for '?' and '~' together)")]
    [InlineData("1984?~", 5, "one qualifier ('%' for '?' and '~' together)")]
    [InlineData("??1984", 1, "a year")]
    [InlineData("1984-~~05", 6, Month)]
    [InlineData("1984-05-~", 9, DayOfMonth)]
    [InlineData("19?84", 2, YearDigit)]
    [InlineData("1984!", 4, EndOfDate)]
    [InlineData("(1984)?", 0, "a date")]
    public void There_is_at_most_one_qualifier_before_and_after_a_component(string text, int position, string expected) =>
        ShouldFail(text, position, expected);

    [Theory]
    [InlineData("1985-04-12T", 11, "an hour from 00 to 23")]
    [InlineData("1985-04-12T24:00:00", 11, "an hour from 00 to 23")]
    [InlineData("1985-04-12TX3:20:30", 11, "an hour from 00 to 23")]
    [InlineData("1985-04-12T2320", 13, "':'")]
    [InlineData("1985-04-12T23:60:30", 14, "a minute from 00 to 59")]
    [InlineData("1985-04-12T23:20", 16, "':'")]
    [InlineData("1985-04-12T23:20:60", 17, "a second from 00 to 59")]
    [InlineData("1985-04-12T23:20:30.5", 19, EndOfText)]
    [InlineData("1985-04-12T23:20:30z", 19, EndOfText)]
    [InlineData("1985-04-12T23:20:30+", 20, "an offset of hours from 00 to 23")]
    [InlineData("1985-04-12T23:20:30+24", 20, "an offset of hours from 00 to 23")]
    [InlineData("1985-04-12T23:20:30+04:", 23, "an offset of minutes from 00 to 59")]
    [InlineData("1985-04-12T23:20:30+04:60", 23, "an offset of minutes from 00 to 59")]
    [InlineData("1985-04-12T23:20:30-00:00", 19, "'Z' or '+00:00' for no offset")]
    [InlineData("1985-04-12T23:20:30+0430", 22, EndOfText)]
    [InlineData("1985-04-12t23:20:30", 10, EndOfDate)]
    [InlineData("1985-04-12 23:20:30", 10, EndOfDate)]
    [InlineData("1985-04T23:20:30", 7, EndOfDate)]
    [InlineData("1985-04-1XT23:20:30", 10, EndOfDate)]
    [InlineData("1985-04-12?T23:20:30", 11, EndOfDate)]
    [InlineData("1985-04-12T23:20:30?", 19, EndOfText)]
    [InlineData("1985-04-12T23:20:30/1986", 19, EndOfText)]
    [InlineData("1985/1985-04-12T23:20:30", 5, "a date without a time")]
    [InlineData("[1985-04-12T23:20:30]", 1, "a date without a time")]
    public void A_time_needs_a_plain_day_that_stands_alone(string text, int position, string expected) =>
        ShouldFail(text, position, expected);

    [Theory]
    [InlineData("1984/1985/1986", 9, EndOfText)]
    [InlineData("1984/1985-", 10, Month)]
    [InlineData("1984//1985", 5, EndOfText)]
    [InlineData("1984/...", 7, EndOfText)]
    [InlineData("1984/..?", 7, EndOfText)]
    [InlineData("1984/.", 5, "a date")]
    [InlineData("..", 2, "'/'")]
    [InlineData("..1984", 2, "'/'")]
    [InlineData("1984..1985", 4, EndOfDate)]
    [InlineData("1984/open", 5, "a date")]
    [InlineData("unknown/1984", 0, "a date")]
    [InlineData("1984/P1Y", 5, "a date")]
    [InlineData("1984/[1985]", 5, "a date")]
    [InlineData("[1984]/1985", 6, EndOfText)]
    [InlineData("1984/12-25", 7, YearDigit)]
    public void Each_end_of_an_interval_is_a_date_open_or_empty(string text, int position, string expected) =>
        ShouldFail(text, position, expected);

    [Theory]
    [InlineData("1985/1984", 5)]
    [InlineData("1985-05/1985-04", 8)]
    [InlineData("1985-05-02/1985-05-01", 11)]
    [InlineData("2012-24/2012-21", 8)]
    [InlineData("1985~/1984?", 6)]
    [InlineData("199X/1989", 5)]
    [InlineData("0000/-0001", 5)]
    [InlineData("2004-06-20/2004-06-1X", 11)]
    [InlineData("Y17E7/Y16E7", 6)]
    public void An_interval_does_not_end_before_it_starts(string text, int position) =>
        ShouldFail(text, position, "an end that is not before the start");

    [Theory]
    [InlineData("[]", 1, "a date")]
    [InlineData("[", 1, "a date")]
    [InlineData("[,1984]", 1, "a date")]
    [InlineData("[1984,]", 6, "a date")]
    [InlineData("[1984", 5, "',', '..' or ']'")]
    [InlineData("[1984}", 5, "',', '..' or ']'")]
    [InlineData("{1984]", 5, "',', '..' or '}'")]
    [InlineData("[1984;1985]", 5, "',', '..' or ']'")]
    [InlineData("[1984/1985]", 5, "',', '..' or ']'")]
    [InlineData("[1984..1985..1986]", 11, "',' or ']'")]
    [InlineData("[1984...1985]", 7, "a date")]
    [InlineData("[..]", 3, "a date")]
    [InlineData("[1984,..1985]", 6, "a date")]
    [InlineData("[1984..,1985]", 7, "a date")]
    [InlineData("[[1984]]", 1, "a date")]
    [InlineData("{1984,[1985]}", 6, "a date")]
    [InlineData("[1984]]", 6, EndOfText)]
    [InlineData("[1984]?", 6, EndOfText)]
    [InlineData("[1984][1985]", 6, EndOfText)]
    [InlineData("?[1984]", 1, "a year")]
    [InlineData("1984]", 4, EndOfDate)]
    [InlineData("[1985..1984]", 7, "an end of the range that is not before its start")]
    [InlineData("{1985-05..1985-04}", 10, "an end of the range that is not before its start")]
    public void A_set_has_dates_and_ranges_and_may_be_open_only_at_its_ends(string text, int position, string expected) =>
        ShouldFail(text, position, expected);

    [Theory]
    [InlineData(" 1984", 0)]
    [InlineData("1984 ", 4)]
    [InlineData("1984 -05", 4)]
    [InlineData("1984- 05", 5)]
    [InlineData("1984 ?", 4)]
    [InlineData("1984 / 1985", 4)]
    [InlineData("1984/ 1985", 5)]
    [InlineData("[1667, 1668]", 6)]
    [InlineData("[ 1667]", 1)]
    [InlineData("[1667 ]", 5)]
    [InlineData("[1667.. 1668]", 7)]
    [InlineData("1984\n", 4)]
    [InlineData("1984\0", 4)]
    [InlineData("\0", 0)]
    [InlineData("\uFEFF1984", 0)]
    public void A_space_or_control_character_is_never_allowed(string text, int position)
    {
        EdtfDate.TryParse(text, out _, out var error).ShouldBeFalse();
        error.Position.ShouldBe(position);
    }

    [Fact]
    public void The_message_of_the_exception_is_the_error_as_a_sentence()
    {
        var exception = Should.Throw<EdtfFormatException>(() => EdtfDate.Parse("1985-13"));

        exception.Message.ShouldBe("Expected a month from 01 to 12 or a season from 21 to 41 at position 5.");
        exception.Error.ShouldBe(new EdtfError(5, Month));
    }

    private static void ShouldFail(string text, int position, string expected)
    {
        EdtfDate.TryParse(text, out var result, out var error).ShouldBeFalse();
        error.ShouldBe(new EdtfError(position, expected));
        result.ShouldBe(default);
    }
}
