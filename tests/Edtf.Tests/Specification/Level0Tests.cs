namespace Edtf.Tests.Specification;

/// <summary>All examples of level 0 in the specification published by the Library of Congress.</summary>
public class Level0Tests
{
    [Theory]
    [InlineData("1985-04-12", EdtfPrecision.Day, "1985-04-12", "1985-04-12")]
    [InlineData("1985-04", EdtfPrecision.Month, "1985-04-01", "1985-04-30")]
    [InlineData("1985", EdtfPrecision.Year, "1985-01-01", "1985-12-31")]
    public void A_date_has_the_precision_of_its_last_component(string text, EdtfPrecision precision, string earliest, string latest)
    {
        var date = Read.Level(0, text);

        date.Form.ShouldBe(EdtfForm.Date);
        date.Precision.ShouldBe(precision);
        date.Earliest.ShouldBe(Day.Parse(earliest));
        date.Latest.ShouldBe(Day.Parse(latest));
    }

    [Theory]
    [InlineData("1985-04-12T23:20:30", null)]
    [InlineData("1985-04-12T23:20:30Z", 0)]
    [InlineData("1985-04-12T23:20:30-04", -240)]
    [InlineData("1985-04-12T23:20:30+04:30", 270)]
    public void The_day_of_a_date_and_time_is_the_one_written_whatever_the_offset(string text, int? offsetInMinutes)
    {
        var date = Read.Level(0, text);

        date.Form.ShouldBe(EdtfForm.DateTime);
        date.Time.ShouldBe(new TimeOnly(23, 20, 30));
        date.Offset.ShouldBe(offsetInMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null);
        date.Earliest.ShouldBe(new Day(1985, 4, 12));
        date.Latest.ShouldBe(new Day(1985, 4, 12));
    }

    [Theory]
    [InlineData("1964/2008", "1964", "2008", "1964-01-01", "2008-12-31")]
    [InlineData("2004-06/2006-08", "2004-06", "2006-08", "2004-06-01", "2006-08-31")]
    [InlineData("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08", "2004-02-01", "2005-02-08")]
    [InlineData("2004-02-01/2005-02", "2004-02-01", "2005-02", "2004-02-01", "2005-02-28")]
    [InlineData("2004-02-01/2005", "2004-02-01", "2005", "2004-02-01", "2005-12-31")]
    [InlineData("2005/2006-02", "2005", "2006-02", "2005-01-01", "2006-02-28")]
    public void An_interval_has_a_start_and_an_end(string text, string start, string end, string earliest, string latest)
    {
        var interval = Read.Level(0, text);

        interval.Form.ShouldBe(EdtfForm.Interval);
        interval.Start.ShouldBe(EdtfDate.Parse(start));
        interval.End.ShouldBe(EdtfDate.Parse(end));
        interval.Earliest.ShouldBe(Day.Parse(earliest));
        interval.Latest.ShouldBe(Day.Parse(latest));
    }
}
