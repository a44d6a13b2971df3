using ArtsakhLedger.Pages;
using ArtsakhLedger.StateAsOf;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages;

public sealed class TermInWordsTests
{
    private static readonly BoundAnswer Unbounded = new(null, null, null, []);

    [Theory]
    [InlineData("2005", "2011", "2005 to 2011; the source gives years only")]
    [InlineData("2005-03", "2011-04", "March 2005 to April 2011; the source gives months only")]
    [InlineData("2005-03-01", "2011", "1 March 2005 to 2011")]
    [InlineData("1993-07-23", "1997-09-08", "23 July 1993 to 8 September 1997")]
    [InlineData("[..2020-05-05]", "2024-01-01", "5 May 2020 or before to 1 January 2024")]
    [InlineData("[2021-01-01..2021-01-05]", "2023", "from some time between 1 January 2021 and 5 January 2021 to 2023")]
    [InlineData("[2021-01-01..2021-01-05]", null, "from some time between 1 January 2021 and 5 January 2021; no source gives its end")]
    [InlineData("1993", "[1997-01-01..1997-06-01]", "from 1993 to some time between 1 January 1997 and 1 June 1997")]
    [InlineData("1993", "..", "from 1993, still lasting when its source was written; the source gives the year only")]
    [InlineData(null, "..", "still lasting when its source was written; no source gives its start")]
    public void A_term_is_said_with_how_exactly_its_source_gives_it(string? start, string? end, string english) =>
        TermInWords.Of([Reading(start, end, "one")], Unbounded, Unbounded).ShouldBe(english);

    [Fact]
    public void Years_of_several_sources_are_said_of_all_of_them() =>
        TermInWords.Of([Reading("2005", "2011", "one", "two")], Unbounded, Unbounded).ShouldBe("2005 to 2011; the sources give years only");

    [Fact]
    public void Rival_readings_stand_side_by_side_each_with_its_own_end() =>
        TermInWords
            .Of([Reading("1993", "1997", "one"), Reading("2002", "2004-02", "two"), Reading(null, null, "three")], Unbounded, Unbounded)
            .ShouldBe("1993 to 1997, or 2002 to February 2004");

    [Theory]
    [InlineData(null, null, "", "")]
    [InlineData(null, "2012-11-04", ": it had begun by 4 November 2012", ": it had ended by 4 November 2012")]
    [InlineData("2012-11-04", null, ": it did not begin before 4 November 2012", ": it lasted at least until 3 November 2012")]
    [InlineData(
        "2012-11-04",
        "2013-01-01",
        ": it began between 4 November 2012 and 1 January 2013",
        ": it ended between 4 November 2012 and 1 January 2013"
    )]
    [InlineData(
        "2024-01-01",
        "2024-01-01",
        ": it began on 1 January 2024 by what else is known",
        ": it ended on 1 January 2024 by what else is known"
    )]
    public void What_no_source_dates_is_said_by_its_bounds(string? earliest, string? latest, string start, string end)
    {
        var bound = new BoundAnswer(null, earliest, latest, []);

        TermInWords.Of([Reading("1993-07-23", null, "one")], Unbounded, bound).ShouldBe($"from 23 July 1993; no source gives its end{end}");
        TermInWords
            .Of([Reading(null, "2024-01-01", "one")], bound, Unbounded)
            .ShouldBe($"until 1 January 2024; no source gives its start{start}");
        TermInWords.Of([Reading(null, null, "one")], bound, Unbounded).ShouldBe($"no source gives its dates{start}");
    }

    [Fact]
    public void That_it_lasted_longer_than_a_day_after_its_earliest_start_is_said_and_that_it_ended_after_it_began_is_not()
    {
        var start = new BoundAnswer(null, "1991-09-02", "2023-01-11", []);

        TermInWords
            .Of([Reading(null, null, "one")], start, new BoundAnswer(null, "2020-01-02", null, []))
            .ShouldBe(
                "no source gives its dates: it began between 2 September 1991 and 11 January 2023, and lasted at least until 1 January 2020"
            );
        TermInWords
            .Of([Reading(null, null, "one")], start, new BoundAnswer(null, "1991-09-03", null, []))
            .ShouldBe("no source gives its dates: it began between 2 September 1991 and 11 January 2023");
    }

    private static ReadingAnswer Reading(string? start, string? end, params IReadOnlyList<string> sources) => new(start, end, [], sources);
}
