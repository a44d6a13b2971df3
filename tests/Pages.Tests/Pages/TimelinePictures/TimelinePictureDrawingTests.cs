using System.Xml.Linq;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Offices;
using ArtsakhLedger.Pages.Timeline;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Tests.StateAsOf;
using Edtf;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.Pages.TimelinePictures;

public sealed class TimelinePictureDrawingTests
{
    private static readonly XNamespace Space = "http://www.w3.org/2000/svg";

    [Fact]
    public void The_ministers_of_the_article_are_full_between_their_bounds_and_hatched_in_their_first_and_last_years()
    {
        var ministers = DrawnRow.In(Pictures.Draw(Pictures.Article, kind: "foreign-minister")).Skip(1).ToList();

        ministers
            .Select(row => row.Episode.Split('/')[^1])
            .ShouldBe([
                "arkadi-ghukasyan",
                "naira-melkumian",
                "ashot-gulyan",
                "arman-melikyan",
                "georgy-petrosyan",
                "vasily-atajanyan",
                "karen-mirzoyan",
                "masis-mayilyan",
                "david-babayan",
                "sergey-ghazaryan",
            ]);
        ministers[0].Bars.ShouldBe(["possible 1993-01-01 1993-12-31", "certain 1993-12-31 1997-01-01", "possible 1997-01-01 1997-12-31"]);
        ministers[1].Bars.ShouldBe(["possible 1997-01-01 1997-12-31", "certain 1997-12-31 2002-01-01", "possible 2002-01-01 2002-12-31"]);
        ministers[9].Bars.ShouldBe(["possible 2023-01-01 2023-12-31", "certain 2023-12-31 2024-01-01"]);
    }

    [Fact]
    public void The_life_of_the_polity_is_the_first_row_whatever_is_asked()
    {
        foreach (
            var picture in new[]
            {
                Pictures.Draw(Pictures.Article),
                Pictures.Draw(Pictures.Article, kind: "office"),
                Pictures.Draw(Pictures.Article, rows: "20..30"),
            }
        )
        {
            var life = DrawnRow.In(picture)[0];
            life.Episode.ShouldBe("artsakh/existence");
            life.Bars.Last().ShouldBe("certain 1993-12-31 2024-01-01");
        }
    }

    [Fact]
    public void What_nothing_bounds_fades_out_there_and_only_there()
    {
        var bars = DrawnRow.In(Pictures.Draw(Pictures.Article, rows: "1..500")).SelectMany(row => row.Shapes("rect")).ToList();
        bars.ShouldContain(bar => bar.Attribute("data-until") == null);
        bars.ShouldAllBe(bar => (string?)bar.Attribute("mask") == FadingOf(bar));

        var closed = new OfficeClosed
        {
            Id = "two",
            City = "paris",
            Date = EdtfDate.Parse("2005-01-01"),
            Citations = [Cite("a")],
        };
        var office = DrawnRow.In(Pictures.Draw(Known(Opened("one", "[..2001-07-04]", "a"), closed)))[1];
        office.Bars.ShouldBe(["possible  2001-07-04", "certain 2001-07-04 2005-01-01"]);
        Faded(office).ShouldBe(["url(#line-fade-left)"]);

        Faded(DrawnRow.In(Pictures.Draw(Known(Opened("one", "[..2001-07-04]", "a"))))[1]).ShouldBe(["url(#line-fade-both)"]);
    }

    [Fact]
    public void Rival_readings_are_lines_of_their_own_and_what_has_one_reading_has_none()
    {
        var known = Known(Opened("one", "2001", "a"), Opened("two", "2003-05-01", "b"), Opened("three", "2005", "a", "berlin"));

        var rows = DrawnRow.In(Pictures.Draw(known)).ToDictionary(row => row.Episode);

        rows["artsakh/office/paris"]
            .Lines.ShouldBe(["possible reading 2001-01-01 ", "certain reading 2003-05-01 2003-05-02", "possible reading 2003-05-02 "]);
        rows["artsakh/office/paris"].Shapes("line").Select(line => line.Attribute("y1")!.Value).Distinct().Count().ShouldBe(2);
        rows["artsakh/office/berlin"].Lines.ShouldBeEmpty();
    }

    [Fact]
    public void A_day_lies_under_a_full_bar_where_the_state_says_certain_under_a_hatched_one_where_it_says_possible_and_under_none_otherwise()
    {
        var seen = new HashSet<string>();
        foreach (var seed in Enumerable.Range(1, 60))
        {
            var record = GeneratedRecord.Of(seed, 30).ToLookup(entry => entry.Fact.Polity == GeneratedRecord.Polity);
            var known = new PolityAsKnown(GeneratedRecord.Polity, [.. record[true]], [.. record[false]]);
            foreach (var change in known.Resolution.ChangePoints.Where(day => Math.Abs(day) < 100_000).Take(25))
            {
                var first = Day.FromDayNumber(change - 2);
                var picture = Pictures.Draw(known, from: first.ToString(), to: first.AddDays(3).ToString(), rows: "1..500");
                var (axis, rows) = (DrawnRow.AxisOf(picture), DrawnRow.In(picture));
                foreach (var day in new[] { first, first.AddDays(1), first.AddDays(2) })
                {
                    var middle = (axis[day.ToString()] + axis[day.AddDays(1).ToString()]) / 2;
                    var drawn = rows.Select(row => (row.Episode, Bar: row.BarAt(middle)))
                        .Where(row => row.Bar is not null)
                        .Select(row => $"{row.Episode} {row.Bar}");

                    drawn.ShouldBe(SaidBy(known, day), ignoreOrder: true, $"seed {seed}, {day}");
                    seen.UnionWith(rows.Select(row => row.BarAt(middle) ?? "none"));
                }
            }
        }

        seen.ShouldBe(["certain", "possible", "none"], ignoreOrder: true);
    }

    [Fact]
    public void Happenings_are_marks_full_for_a_day_and_empty_for_a_longer_date()
    {
        var visits = Pictures
            .Draw(Pictures.Article, kind: "visit-made")
            .Descendants(Space + "g")
            .Single(group => group.Attribute("data-type")?.Value == "visit-made");

        var marks = visits.Elements(Space + "use").ToList();
        marks.ShouldNotBeEmpty();
        foreach (var mark in marks)
        {
            var (from, until) = (mark.Attribute("data-from")!.Value, mark.Attribute("data-until")!.Value);
            mark.Attribute("class")!.Value.ShouldBe(Day.Parse(until) - Day.Parse(from) == 1 ? "mark certain" : "mark possible");
        }

        string.Concat(marks.Select(mark => mark.Value)).ShouldContain("Bako Sahakyan visited Lebanon");
    }

    [Fact]
    public void The_date_asked_is_a_line_through_all_rows_a_longer_one_a_frame()
    {
        var day = Pictures.Draw(Pictures.Article, on: "1997-06-01").Elements().Single(shape => shape.Attribute("class")?.Value == "asked");
        (day.Name, day.Attribute("data-on")!.Value).ShouldBe((Space + "line", "1997-06-01"));

        Pictures
            .Draw(Pictures.Article, on: "1997")
            .Elements()
            .Single(shape => shape.Attribute("class")?.Value == "asked")
            .Name.ShouldBe(Space + "rect");
        Pictures.Draw(Pictures.Article).Elements().ShouldNotContain(shape => (string?)shape.Attribute("class") == "asked");
    }

    [Fact]
    public void A_reader_of_the_screen_is_told_what_it_is_and_each_row_says_its_days_in_words()
    {
        var picture = Pictures.Draw(Pictures.Article, kind: "foreign-minister");

        picture.Attribute("role")!.Value.ShouldBe("img");
        var names = picture
            .Attribute("aria-labelledby")!
            .Value.Split(' ')
            .Select(id => picture.Elements().Single(element => element.Attribute("id")?.Value == id).Value)
            .ToList();
        names[0].ShouldBe("Timeline of \u2068the Republic of Artsakh\u2069");
        names[1].ShouldContain("Rows 1 to 10 of 10.");
        DrawnRow
            .In(picture)[1]
            .Group.Element(Space + "title")!
            .Value.ShouldBe(
                "\u2068Arkadi Ghukasyan was foreign minister\u2069: certainly from 31 December 1993 to 31 December 1996; possibly from 1 January 1993 to 30 December 1993 and from 1 January 1997 to 30 December 1997"
            );
    }

    [Fact]
    public void Texts_of_the_record_are_texts_whatever_they_hold()
    {
        const string Name = "</title><script>alert(1)</script> & \"']]> \u202Eevil\u2069\u2066\u0001 \u2029x";
        var described = Of(
                new EntityDescribed
                {
                    Id = "city",
                    Entity = "paris",
                    Kind = EntityKind.Municipality,
                    Names = [new() { Text = Name, Language = "en" }],
                    Reason = "named",
                }
            )
            .Select(entry => entry with { Fact = entry.Fact with { Polity = null } });
        var known = new PolityAsKnown("artsakh", Of(Opened("one", "2001", "a")), [.. described]);

        var picture = Pictures.Draw(known);

        picture
            .Descendants()
            .Select(element => element.Name.LocalName)
            .Distinct()
            .Order()
            .ShouldBe(["defs", "desc", "g", "line", "linearGradient", "mask", "path", "pattern", "rect", "stop", "svg", "text", "title"]);
        picture
            .Descendants()
            .SelectMany(element => element.Attributes())
            .ShouldNotContain(attribute =>
                attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || attribute.Name.LocalName == "style"
            );
        foreach (
            var text in picture
                .Descendants()
                .Where(element => element.Value.Contains("evil", StringComparison.Ordinal) && !element.HasElements)
        )
        {
            text.Value.Count(letter => letter is '\u2066' or '\u2068').ShouldBe(text.Value.Count(letter => letter == '\u2069'));
            text.Value.ShouldNotContain('\u0001');
        }
    }

    [Fact]
    public void Alone_it_is_a_document_that_brings_its_own_colours_and_needs_no_style()
    {
        var document = XDocument.Load(new MemoryStream(TimelinePicture.Alone(Pictures.Answer(Pictures.Head), Pictures.Head.Entities)));

        document.Root!.Name.ShouldBe(Space + "svg");
        document.Root.Attribute("viewBox").ShouldNotBeNull();
        document
            .Descendants(Space + "rect")
            .Concat(document.Descendants(Space + "text"))
            .ShouldAllBe(shape => shape.Attribute("fill") != null || shape.Parent!.Name == Space + "mask");
        document.Descendants().ShouldAllBe(element => element.Name.LocalName != "style" && element.Attribute("style") == null);
    }

    [Fact]
    public void Every_name_that_a_shape_refers_to_is_in_the_picture_once()
    {
        var picture = Pictures.Draw(Pictures.Head, on: "2010");

        var ids = picture.DescendantsAndSelf().Attributes("id").Select(id => id.Value).ToList();
        ids.ShouldBeUnique();
        picture
            .Descendants()
            .Attributes()
            .Select(attribute => attribute.Value)
            .Where(value => value.StartsWith("url(#", StringComparison.Ordinal))
            .Select(value => value[5..^1])
            .Concat(picture.Descendants().Attributes("href").Select(href => href.Value[1..]))
            .Distinct()
            .ShouldBeSubsetOf(ids);
    }

    private static string? FadingOf(XElement bar) =>
        (bar.Attribute("data-from"), bar.Attribute("data-until")) switch
        {
            (null, null) => "url(#line-fade-both)",
            (null, _) => "url(#line-fade-left)",
            (_, null) => "url(#line-fade-right)",
            _ => null,
        };

    private static IEnumerable<string> Faded(DrawnRow row) => row.Shapes("rect").Attributes("mask").Select(mask => mask.Value);

    /// <summary>A thing holds as surely as its surest period, or as an attestation that may be of any of them.</summary>
    private static List<string> SaidBy(PolityAsKnown known, Day day)
    {
        var held = known.StateOf(null).On(day);
        var said =
            from entry in held.Entries
            group entry by EpisodeId.ThingOf(entry.Episode) into periods
            let certainty = known.ResolvedThing(periods.Key)?.On(day.DayNumber, known.RecordDate.DayNumber) ?? periods.Single().Certainty
            select $"{periods.Key} {certainty.ToString()!.ToLowerInvariant()}";
        return held.Existence.Certainty is Certainty.Certain or Certainty.Possible
            ? [.. said, $"{GeneratedRecord.Polity}/existence {held.Existence.Certainty.ToString()!.ToLowerInvariant()}"]
            : [.. said];
    }
}
