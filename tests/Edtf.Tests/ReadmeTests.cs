using System.Globalization;
using System.Text.Json;

namespace Edtf.Tests;

/// <summary>The samples of the README, as they stand there.</summary>
public class ReadmeTests
{
    [Fact]
    public void Every_sample_of_the_README_is_one_of_these_tests()
    {
        var tests = Squeeze(File.ReadAllText(RepositoryFolder.PathOf("tests", "Edtf.Tests", "ReadmeTests.cs")));
        var readme = File.ReadAllText(RepositoryFolder.PathOf("src", "Edtf", "README.md"));
        var samples = readme.Split("```csharp").Skip(1).Select(part => part.Split("```")[0]).ToArray();

        samples.Length.ShouldBeGreaterThan(5);
        samples.ShouldAllBe(sample => tests.Contains(Squeeze(sample), StringComparison.Ordinal));
    }

    [Fact]
    public void A_decade_has_bounds_a_level_and_a_name()
    {
        var date = EdtfDate.Parse("199X");

        date.Earliest.ShouldBe(new Day(1990, 1, 1));
        date.Latest.ShouldBe(new Day(1999, 12, 31));
        date.Level.ShouldBe(1);
        date.ToEnglish().ShouldBe("1990s");
    }

    [Fact]
    public void An_error_says_where_and_what()
    {
        if (!EdtfDate.TryParse("2004-13", out _, out var error))
            error.ToString().ShouldBe("Expected a month from 01 to 12 or a season from 21 to 41 at position 5.");
    }

    [Fact]
    public void Qualifiers_stand_to_the_right()
    {
        EdtfDate.Parse("?2004-?06-11").ToString().ShouldBe("2004-06?-11");
        EdtfDate.Parse("?1984").ShouldBe(EdtfDate.Parse("1984?"));
    }

    [Fact]
    public void In_JSON_an_expression_is_a_string() =>
        JsonSerializer.Serialize(new[] { EdtfDate.Parse("1985/..") }).ShouldBe("""["1985/.."]""");

    [Fact]
    public void An_anniversary_is_a_set_of_days()
    {
        var anniversary = EdtfDate.Parse("XXXX-10-12").Days;

        anniversary.Earliest.ShouldBeNull();
        anniversary.Contains(new Day(2013, 10, 12)).ShouldBeTrue();
        anniversary.NextAtOrAfter(new Day(2013, 10, 13)).ShouldBe(new Day(2014, 10, 12));
        anniversary.Intersect(EdtfDate.Parse("2013").Days).Earliest.ShouldBe(new Day(2013, 10, 12));
    }

    [Fact]
    public void An_interval_has_two_ends()
    {
        var term = EdtfDate.Parse("1993/1997-06");
        term.Start?.Latest.ShouldBe(new Day(1993, 12, 31));
        term.End?.Earliest.ShouldBe(new Day(1997, 6, 1));

        EdtfDate.Parse("1993/..").EndIsOpen.ShouldBeTrue();
        EdtfDate.Parse("1993/").EndIsUnknown.ShouldBeTrue();
    }

    [Fact]
    public void A_set_has_members()
    {
        var set = EdtfDate.Parse("[1667,1668,1670..1672]");

        set.Form.ShouldBe(EdtfForm.OneOf);
        set.Members.Count.ShouldBe(3);
        set.Days.Contains(new Day(1669, 5, 1)).ShouldBeFalse();
        set.ToEnglish().ShouldBe("1667, 1668 or 1670 to 1672");
    }

    [Fact]
    public void Years_may_be_far_away() => EdtfDate.Parse("Y-17E7").Earliest.ShouldBe(new Day(-170_000_000, 1, 1));

    [Fact]
    public void A_comparison_has_three_values()
    {
        var founded = EdtfDate.Parse("1997");

        founded.IsBefore(EdtfDate.Parse("1998-03")).ShouldBe(Certainty.Certain);
        founded.IsBefore(EdtfDate.Parse("1997-06-01")).ShouldBe(Certainty.Possible);
        founded.IsWithin(EdtfDate.Parse("1993/..")).ShouldBe(Certainty.Certain);
        founded.Overlaps(EdtfDate.Parse("[1995,1996]")).ShouldBe(Certainty.Impossible);
    }

    [Fact]
    public void An_expression_is_worded_for_readers()
    {
        EdtfDate.Parse("[2023-09-19..2024-01-01]").ToEnglish().ShouldBe("between 19 September 2023 and 1 January 2024");
        EdtfDate.Parse("2004-12-25~").ToEnglish().ShouldBe("about 25 December 2004");
        EdtfDate.Parse("2018-05-17").ToEnglish(new CultureInfo("en-US")).ShouldBe("May 17, 2018");
    }

    private static string Squeeze(string code) => string.Join(' ', code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
