using ArtsakhLedger.Pages;
using Edtf;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages;

public sealed class DaysInWordsTests
{
    [Theory]
    [InlineData("2006-06-01", "on 1 June 2006")]
    [InlineData("2006-06", "in June 2006")]
    [InlineData("1997", "in 1997")]
    [InlineData("199X", "in the 1990s")]
    [InlineData("19XX", "between 1900 and 1999")]
    [InlineData("2001-41", "in the second half of 2001")]
    [InlineData("2001-21", "in spring 2001")]
    [InlineData("2013-02/2013-04", "from February 2013 to April 2013")]
    [InlineData("[..2012-11-04]", "on 4 November 2012 or before")]
    [InlineData("Y-17000", "in 17,001 BC (proleptic Gregorian)")]
    [InlineData("-0044-03-15", "on 15 March 45 BC (proleptic Gregorian)")]
    [InlineData("0000", "in 1 BC (proleptic Gregorian)")]
    public void A_date_follows_a_statement_with_the_word_that_it_takes(string edtf, string words) => DaysInWords.When(edtf).ShouldBe(words);

    [Theory]
    [InlineData("2006-06-01", "1 June 2006", "2006-06-01", "2006-05-31")]
    [InlineData("-0044-03-15", "15 March 45 BC (proleptic Gregorian)", "-0044-03-15", "-0044-03-14")]
    [InlineData("0000-01-01", "1 January 1 BC (proleptic Gregorian)", "0000-01-01", "-0001-12-31")]
    [InlineData("-17200-02-29", "29 February 17,201 BC (proleptic Gregorian)", "Y-17200", "Y-17201")]
    [InlineData("+20000-12-31", "31 December AD 20,000", "Y20000", "Y19999")]
    [InlineData("+10000-01-01", "1 January AD 10,000", "Y10000", "9999-12-31")]
    [InlineData("-9999-01-01", "1 January 10,000 BC (proleptic Gregorian)", "-9999-01-01", "Y-10000")]
    public void A_day_of_any_year_is_said_in_English_and_written_as_finely_as_EDTF_can(
        string day,
        string english,
        string edtf,
        string before
    )
    {
        Day.Parse(day).InEnglish().ShouldBe(english);
        DaysInWords.OfEdtf(day).ShouldBe(english);
        Day.Parse(day).InEdtf().ShouldBe(edtf);
        EdtfDate.TryParse(edtf, out _, out _).ShouldBeTrue();
        Day.Parse(day).BeforeInEdtf().ShouldBe(before);
    }
}
