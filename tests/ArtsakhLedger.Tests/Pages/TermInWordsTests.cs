using ArtsakhLedger.Pages;
using ArtsakhLedger.StateAsOf;
using Edtf;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages;

public sealed class TermInWordsTests
{
    [Theory]
    [InlineData("2005", "2011", "2005 to 2011; the sources give years only")]
    [InlineData("2005-03", "2011-04", "March 2005 to April 2011; the sources give months only")]
    [InlineData("2005-03-01", "2011", "1 March 2005 to 2011")]
    [InlineData("1993-07-23", "1997-09-08", "23 July 1993 to 8 September 1997")]
    [InlineData("1993", "..", "1993 to still lasting; the source gives the year only")]
    public void A_term_is_said_with_how_exactly_its_sources_give_it(string start, string end, string english) =>
        TermInWords.Of(Given(start), Given(end)).ShouldBe(english);

    [Fact]
    public void A_claim_that_another_one_makes_more_exact_adds_nothing() =>
        TermInWords.Of(Given("1993", "1993-07-23"), Given("1997-09-08", "1997")).ShouldBe("23 July 1993 to 8 September 1997");

    [Fact]
    public void Rivals_stand_side_by_side() =>
        TermInWords.Of(Given("1993", "1995-02"), Given("1997")).ShouldBe("1993 or February 1995 to 1997");

    [Theory]
    [InlineData(null, null, "start not known")]
    [InlineData(null, "2012-11-04", "start not known, 4 November 2012 at the latest")]
    [InlineData("2012-11-04", null, "start not known, 4 November 2012 at the earliest")]
    [InlineData("2012-11-04", "2013-01-01", "start not known, between 4 November 2012 and 1 January 2013")]
    [InlineData("2024-01-01", "2024-01-01", "start not given, 1 January 2024 by what else is known")]
    public void What_no_source_dates_is_said_by_its_bounds(string? earliest, string? latest, string english) =>
        TermInWords.Of(new BoundAnswer(null, earliest, latest, []), Given("2024-01-01")).ShouldBe($"{english} to 1 January 2024");

    [Fact]
    public void Years_of_one_source_are_said_of_one_source() =>
        TermInWords.Of(
            new(null, null, null, [new("1993", "1993-01-01", "1993-12-31", [], ["one"])]),
            new(null, null, null, [new("1997", "1997-01-01", "1997-12-31", [], ["one"])])).ShouldBe("1993 to 1997; the source gives years only");

    private static BoundAnswer Given(params IEnumerable<string> dates) => new(null, null, null, [.. dates.Select((date, i) => ClaimOf(date, $"source-{date}-{i}"))]);

    private static ClaimedDate ClaimOf(string edtf, string source) => edtf == ".."
        ? new("..", null, null, [], [source])
        : new(edtf, EdtfDate.Parse(edtf).Earliest.ToString(), EdtfDate.Parse(edtf).Latest.ToString(), [], [source]);
}
