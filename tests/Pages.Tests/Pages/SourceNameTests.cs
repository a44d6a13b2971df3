using System.Text.Json.Nodes;
using ArtsakhLedger.Import;
using ArtsakhLedger.Pages;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages;

public sealed class SourceNameTests
{
    [Theory]
    [InlineData("""{ "container-title": "Wikipedia", "title": "Foreign relations of Artsakh" }""", "Wikipedia")]
    [InlineData("""{ "publisher": "Foreign Office", "title": "A report" }""", "Foreign Office")]
    [InlineData("""{ "title": "State of Minnesota recognizes the Republic of Artsakh (Armradio, 5 May 2020)" }""", "Armradio, 5 May 2020")]
    [InlineData("""{ "title": "Naira Melkoumian (smolec.pl, Polish)" }""", "smolec.pl, Polish")]
    [InlineData("""{ "title": "asekose.am (Armenian)" }""", "asekose.am (Armenian)")]
    [InlineData("""{ "title": "Pinterest caption (Portuguese)" }""", "Pinterest caption (Portuguese)")]
    [InlineData(
        """{ "title": "What was said of it at length in a journal of another country (Italian)", "type": "webpage", "URL": "https://www.example.org/a" }""",
        "example.org (Italian)"
    )]
    [InlineData(
        """{ "title": "Americans for Artsakh Hails State of Georgia's Legislators", "type": "webpage", "URL": "http://www.americansforartsakh.org/id=17" }""",
        "americansforartsakh.org"
    )]
    [InlineData(
        """{ "title": "Americans for Artsakh Hails State of Georgia's Legislators", "type": "webpage", "URL": "javascript:alert(1)" }""",
        "Americans for Artsakh Hails State of…"
    )]
    [InlineData("""{ "title": "Americans for Artsakh Hails State of Georgia's Legislators" }""", "Americans for Artsakh Hails State of…")]
    [InlineData(
        """{ "title": "Armenpress, 10 June 2020", "type": "webpage", "URL": "https://armenpress.am/eng/news/1018019/" }""",
        "Armenpress, 10 June 2020"
    )]
    [InlineData("{}", "some-source")]
    public void A_source_is_called_by_what_it_appeared_in_and_never_by_its_language_alone(string csl, string name) =>
        SourceName
            .Of(
                new()
                {
                    Source = "some-source",
                    Csl = JsonNode.Parse(csl)!.AsObject(),
                    Reason = "",
                    Licence = "",
                }
            )
            .ShouldBe(name);

    [Fact]
    public void Every_source_of_the_record_is_called_by_its_publisher_or_site()
    {
        var names = EventsFolder
            .Read(Repository.Events)
            .Batches.SelectMany(batch => batch.Entries)
            .Select(entry => entry.Fact)
            .OfType<SourceArchived>()
            .Select(SourceName.Of)
            .ToList();

        names.Count.ShouldBeGreaterThan(100);
        names.ShouldContain("americansforartsakh.org");
        names.ShouldContain("asekose.am");
        names.ShouldContain("Pinterest");
        names.ShouldNotContain("Armenian");
        names.ShouldNotContain("Portuguese");
    }
}
