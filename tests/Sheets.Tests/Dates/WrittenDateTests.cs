using ArtsakhLedger.Sheets.Dates;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Dates;

/// <summary>Dates as people write them in tables, and the EDTF that they become.</summary>
public sealed class WrittenDateTests
{
    [Theory]
    // ISO 8601 and EDTF, as they are
    [InlineData("1976-03-06", "1976-03-06")]
    [InlineData("1976-03", "1976-03")]
    [InlineData("1976", "1976")]
    [InlineData("199X", "199X")]
    [InlineData("199x", "199X")]
    [InlineData("[..2001-07-04]", "[..2001-07-04]")]
    [InlineData("1993/1997", "1993/1997")]
    [InlineData("1997-21", "1997-21")]
    [InlineData("1976-03-06T00:00:00", "1976-03-06")]
    [InlineData("1976-03-06 00:00:00", "1976-03-06")]
    // a day
    [InlineData("6 March 1976", "1976-03-06")]
    [InlineData("06 March 1976", "1976-03-06")]
    [InlineData("6th March 1976", "1976-03-06")]
    [InlineData("the 6th of March, 1976", "1976-03-06")]
    [InlineData("March 6, 1976", "1976-03-06")]
    [InlineData("March 6th 1976", "1976-03-06")]
    [InlineData("Mar. 6, 1976", "1976-03-06")]
    [InlineData("6 Mar 1976", "1976-03-06")]
    [InlineData("6-Mar-1976", "1976-03-06")]
    [InlineData("Sept 4 1980", "1980-09-04")]
    [InlineData("1976 March 6", "1976-03-06")]
    [InlineData("Saturday, 6 March 1976", "1976-03-06")]
    [InlineData("on 6 March 1976.", "1976-03-06")]
    [InlineData("6 mars 1976", "1976-03-06")]
    [InlineData("1er mai 1976", "1976-05-01")]
    [InlineData("6. März 1976", "1976-03-06")]
    [InlineData("6 de marzo de 1976", "1976-03-06")]
    [InlineData("6 марта 1976 г.", "1976-03-06")]
    [InlineData("6.3.1976", "1976-03-06")]
    [InlineData("06.03.1976", "1976-03-06")]
    [InlineData("1976/03/06", "1976-03-06")]
    [InlineData("1976.3.6", "1976-03-06")]
    [InlineData("1976-3-6", "1976-03-06")]
    [InlineData("19760306", "1976-03-06")]
    [InlineData("17/2/2008", "2008-02-17")]
    [InlineData("2/17/2008", "2008-02-17")]
    [InlineData("5/5/2008", "2008-05-05")]
    [InlineData("17 February 2008[3]", "2008-02-17")]
    [InlineData("17 February 2008 [note 2]", "2008-02-17")]
    [InlineData("17\u00a0February\u00a02008", "2008-02-17")]
    [InlineData("27825", "1976-03-06")]
    // a month, a year
    [InlineData("March 1976", "1976-03")]
    [InlineData("March, 1976", "1976-03")]
    [InlineData("Mar 1976", "1976-03")]
    [InlineData("March of 1976", "1976-03")]
    [InlineData("1976 March", "1976-03")]
    [InlineData("03/1976", "1976-03")]
    [InlineData("3.1976", "1976-03")]
    [InlineData("1976/03", "1976-03")]
    [InlineData("1976-3", "1976-03")]
    [InlineData("in 1976", "1976")]
    [InlineData("sometime in 1976", "1976")]
    [InlineData("44 BC", "-0043")]
    // about, perhaps
    [InlineData("c. 1976", "1976~")]
    [InlineData("c.1976", "1976~")]
    [InlineData("ca 1976", "1976~")]
    [InlineData("circa March 1976", "1976-03~")]
    [InlineData("about 6 March 1976", "1976-03-06~")]
    [InlineData("1976 (approx.)", "1976~")]
    [InlineData("~1976", "1976~")]
    [InlineData("1976?", "1976?")]
    [InlineData("1976 (?)", "1976?")]
    [InlineData("probably March 1976", "1976-03?")]
    [InlineData("6 March 1976?", "1976-03-06?")]
    [InlineData("c. 1976?", "1976%")]
    // bounds
    [InlineData("before 1980", "[..1979]")]
    [InlineData("before March 1980", "[..1980-02]")]
    [InlineData("before January 1980", "[..1979-12]")]
    [InlineData("before 6 March 1976", "[..1976-03-05]")]
    [InlineData("before 1 January 1980", "[..1979-12-31]")]
    [InlineData("before the 1990s", "[..1989]")]
    [InlineData("before c. 1980", "[..1979~]")]
    [InlineData("by 1980", "[..1980]")]
    [InlineData("by 4 November 1990", "[..1990-11-04]")]
    [InlineData("4 July 2001 or before", "[..2001-07-04]")]
    [InlineData("1980 or earlier", "[..1980]")]
    [InlineData("not later than May 1980", "[..1980-05]")]
    [InlineData("after 1980", "[1981..]")]
    [InlineData("after December 1980", "[1981-01..]")]
    [InlineData("after 31 December 1980", "[1981-01-01..]")]
    [InlineData("1980 or later", "[1980..]")]
    [InlineData("not before 1980", "[1980..]")]
    [InlineData("between 1976 and 1979", "[1976..1979]")]
    [InlineData("between 6 and 9 March 1976", "[1976-03-06..1976-03-09]")]
    [InlineData("1976 or 1977", "[1976,1977]")]
    [InlineData("6 or 7 March 1976", "[1976-03-06,1976-03-07]")]
    // intervals
    [InlineData("1976–1979", "1976/1979")]
    [InlineData("1976-1979", "1976/1979")]
    [InlineData("1976 - 1979", "1976/1979")]
    [InlineData("1976—1979", "1976/1979")]
    [InlineData("1976–79", "1976/1979")]
    [InlineData("1976-79", "1976/1979")]
    [InlineData("2004–06", "2004/2006")]
    [InlineData("1976 to 1979", "1976/1979")]
    [InlineData("from 1976 to 1979", "1976/1979")]
    [InlineData("from March 1976 until May 1979", "1976-03/1979-05")]
    [InlineData("6–9 March 1976", "1976-03-06/1976-03-09")]
    [InlineData("March 6–9, 1976", "1976-03-06/1976-03-09")]
    [InlineData("March–April 1976", "1976-03/1976-04")]
    [InlineData("6 March – 9 April 1976", "1976-03-06/1976-04-09")]
    [InlineData("6 March 1976 – 9 April 1977", "1976-03-06/1977-04-09")]
    [InlineData("c. 1976 – 1979", "1976~/1979")]
    [InlineData("1976–1979?", "1976/1979?")]
    [InlineData("1990s–2001", "199X/2001")]
    [InlineData("06.03.1976 – 09.04.1977", "1976-03-06/1977-04-09")]
    [InlineData("1976–present", "1976/..")]
    [InlineData("1976–", "1976/..")]
    [InlineData("6 March 1976 to the present", "1976-03-06/..")]
    [InlineData("since 1976", "1976/..")]
    [InlineData("from March 1976", "1976-03/..")]
    [InlineData("1976–?", "1976/")]
    [InlineData("?–1979", "/1979")]
    [InlineData("–1979", "/1979")]
    [InlineData("until 1979", "/1979")]
    // decades, seasons, parts
    [InlineData("1990s", "199X")]
    [InlineData("the 1990s", "199X")]
    [InlineData("1990's", "199X")]
    [InlineData("early 1990s", "[1990..1993]")]
    [InlineData("mid-1990s", "[1994..1996]")]
    [InlineData("late 1990s", "[1997..1999]")]
    [InlineData("late 1976", "[1976-09..1976-12]")]
    [InlineData("mid-1976", "[1976-05..1976-08]")]
    [InlineData("early March 1976", "[1976-03-01..1976-03-10]")]
    [InlineData("end of February 1976", "[1976-02-21..1976-02-29]")]
    [InlineData("c. early 1990s", "[1990~..1993~]")]
    [InlineData("19th century", "18XX")]
    [InlineData("late 19th century", "[1867..1899]")]
    [InlineData("spring 1997", "1997-21")]
    [InlineData("Summer of 1997", "1997-22")]
    [InlineData("fall 1997", "1997-23")]
    [InlineData("autumn 1997", "1997-23")]
    [InlineData("winter 1997–98", "1997-24")]
    [InlineData("Q2 1997", "1997-34")]
    [InlineData("second half of 1997", "1997-41")]
    public void A_date_becomes_EDTF(string written, string edtf)
    {
        var read = WrittenDate.Read(written);

        read.Problem.ShouldBeNull(written);
        read.Date.ToString().ShouldBe(edtf, written);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("?")]
    [InlineData("n.d.")]
    [InlineData("unknown")]
    [InlineData("—")]
    [InlineData("N/A")]
    public void A_date_that_is_said_to_be_unknown_is_none(string written) => WrittenDate.Read(written).IsUndated.ShouldBeTrue();

    [Theory]
    [InlineData("6/3/1976", "1976-03-06", "1976-06-03")]
    [InlineData("06-03-1976", "1976-03-06", "1976-06-03")]
    [InlineData("before 6/3/1976", "[..1976-03-05]", "[..1976-06-02]")]
    [InlineData("6/3/1976 – 9/4/1977", "1976-03-06/1977-04-09", "1976-06-03/1977-09-04")]
    public void A_day_and_a_month_that_could_be_the_other_way_round_are_a_question(string written, string dayFirst, string monthFirst)
    {
        var read = WrittenDate.Read(written);

        read.Date.ShouldBeNull();
        read.Readings.Select(date => date.ToString()).ShouldBe([dayFirst, monthFirst]);
        read.Problem.ShouldNotBeNull().ShouldContain($"write {dayFirst} or {monthFirst}");
        WrittenDate.Read(written, DayOrder.DayFirst).Date.ToString().ShouldBe(dayFirst);
        WrittenDate.Read(written, DayOrder.MonthFirst).Date.ToString().ShouldBe(monthFirst);
    }

    [Theory]
    [InlineData("17/2/2008", DayOrder.DayFirst)]
    [InlineData("2/17/2008", DayOrder.MonthFirst)]
    [InlineData("5/5/2008", DayOrder.Unknown)]
    [InlineData("17.2.2008", DayOrder.Unknown)]
    [InlineData("17 February 2008", DayOrder.Unknown)]
    public void A_day_after_the_twelfth_tells_the_order(string written, DayOrder order) => WrittenDate.Read(written).Order.ShouldBe(order);

    [Theory]
    [InlineData("6/3/76", "two digits")]
    [InlineData("6-Mar-76", "two digits")]
    [InlineData("30 February 1976", "no day 30")]
    [InlineData("31/31/1976", "no day 31")]
    [InlineData("1979–1976", "ends before it begins")]
    [InlineData("when the war ended", "is not a date that can be read")]
    [InlineData("Peru", "is not a date that can be read")]
    [InlineData("between the election and the war", "is not a date that can be read")]
    public void What_is_no_date_is_refused_with_the_reason(string written, string why)
    {
        var read = WrittenDate.Read(written);

        read.Date.ShouldBeNull();
        read.Problem.ShouldNotBeNull().ShouldContain(why);
        read.Problem.ShouldContain("6 March 1976");
    }

    [Theory]
    [InlineData("27825", "number of a day in a spreadsheet")]
    [InlineData("early 1990s", "1990 to 1993")]
    [InlineData("winter 1997", "began in 1997")]
    [InlineData("2004-06", "for a range of years write 2004/2006")]
    [InlineData("6 March 1976 (Saturday)", "words in brackets are left out")]
    [InlineData("early 1990s – 1997", "cannot begin or end with a part of 199X")]
    public void What_is_assumed_is_said(string written, string remark) =>
        WrittenDate.Read(written).Remark.ShouldNotBeNull().ShouldContain(remark);

    [Theory]
    [InlineData("6 March 1976")]
    [InlineData("1976-1979")]
    [InlineData("2006-05")]
    public void Where_nothing_is_assumed_nothing_is_said(string written) => WrittenDate.Read(written).Remark.ShouldBeNull();

    [Fact]
    public void Every_single_day_of_two_years_is_read_in_every_common_form()
    {
        for (var day = new DateOnly(1975, 1, 1); day.Year < 1977; day = day.AddDays(1))
        {
            var edtf = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            foreach (
                var form in new[]
                {
                    "d MMMM yyyy",
                    "MMMM d, yyyy",
                    "d MMM yyyy",
                    "dd.MM.yyyy",
                    "yyyy/MM/dd",
                    "dd-MMM-yyyy",
                    "dddd, d MMMM yyyy",
                }
            )
            {
                var written = day.ToString(form, System.Globalization.CultureInfo.InvariantCulture);
                WrittenDate.Read(written).Date.ToString().ShouldBe(edtf, written);
            }
        }
    }

    [Fact]
    public void Texts_of_every_sort_are_read_or_refused_and_never_fail()
    {
        var random = new Random(20261123);
        string[] words =
        [
            "6",
            "1976",
            "76",
            "march",
            "–",
            "-",
            "/",
            ".",
            "c.",
            "?",
            "before",
            "after",
            "between",
            "and",
            "or",
            "to",
            "early",
            "1990s",
            "winter",
            "q1",
            "century",
            "bc",
            "[",
            "]",
            "(",
            ")",
            "..",
            "X",
            "~",
            "%",
            "9999",
            "0000",
            "27825",
            "\u0661",
            "é",
            "\0",
            "😀",
            "’",
            "’76",
        ];
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Join(
                random.Next(2) == 0 ? " " : "",
                Enumerable.Range(0, random.Next(1, 8)).Select(_ => words[random.Next(words.Length)])
            );
            var read = WrittenDate.Read(text);
            (read.Date is not null || read.IsUndated || read.Problem is not null).ShouldBeTrue(text);
        }
    }
}
