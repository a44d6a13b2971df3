using ArtsakhLedger.Asking;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Dates;

public sealed class QueryDateTests
{
    [Theory]
    [InlineData("2006-06-01", "2006-06-01", "2006-06-01")]
    [InlineData("1997", "1997-01-01", "1997-12-31")]
    [InlineData("2013-02", "2013-02-01", "2013-02-28")]
    [InlineData("2013-02/2013-04", "2013-02-01", "2013-04-30")]
    [InlineData("2013-21", "2013-03-01", "2013-05-31")]
    [InlineData("199X", "1990-01-01", "1999-12-31")]
    public void A_day_a_longer_date_an_interval_and_a_season_ask_for_all_their_days(string on, string first, string last)
    {
        var asked = QueryDate.Parse(on);
        (asked.First.ToString(), asked.Last.ToString(), asked.IsDay).ShouldBe((first, last, first == last));
    }

    [Theory]
    [InlineData("2006-06-01?", "2006-06-01")]
    [InlineData("1997~", "1997")]
    [InlineData("2013-02%/2013-04~", "2013-02/2013-04")]
    public void A_qualifier_is_ignored(string on, string same) =>
        (QueryDate.Parse(on) with { Text = same }).ShouldBe(QueryDate.Parse(same));

    [Theory]
    [InlineData("[2004,2006]")]
    [InlineData("{2004,2006}")]
    [InlineData("XXXX-10-12")]
    [InlineData("199X-10")]
    [InlineData("2006/..")]
    [InlineData("../2006")]
    [InlineData("2006/")]
    [InlineData("/2006")]
    public void Sets_masks_with_gaps_and_open_or_unknown_ends_are_refused(string on) =>
        Should
            .Throw<QuestionProblem>(() => QueryDate.Parse(on))
            .ShouldSatisfyAllConditions(
                problem => problem.Reason.ShouldBe(Unanswerable.Invalid),
                problem => problem.Parameter.ShouldBe("on")
            );
}
