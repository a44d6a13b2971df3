using ArtsakhLedger.Sheets.Columns;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Columns;

/// <summary>Headers as people write them, and what they say.</summary>
public sealed class ColumnMatcherTests
{
    [Theory]
    // as on Wikipedia, and in the lists of ministries
    [InlineData("recognition-passed", "Country|Date of recognition|Source|Quote", "Peru|17/2/2008|x|y", "actor|date|source|quote")]
    [InlineData(
        "recognition-passed",
        "No.|Country|Date of recognition[3]|Reference|Notes",
        "1|Peru|2008|x|y",
        "ignore|actor|date|source|note"
    )]
    [InlineData("recognition-passed", "State|Date (dd/mm/yyyy)|Withdrawn|Renewed", "Peru|2008|2010|2011", "actor|date|withdrawn|renewed")]
    [InlineData(
        "recognition-passed",
        "Recognising state|Recognised on|Date of withdrawal|Recognised again",
        "Peru|2008|2010|",
        "actor|date|withdrawn|renewed"
    )]
    [InlineData(
        "recognition-passed",
        "Entity|When|Form|Link|Excerpt|Page",
        "Peru|2008|de jure|http://x|y|3",
        "actor|date|form|url|quote|page"
    )]
    [InlineData(
        "recognition-passed",
        "Nation|Recognised|Act|Votes for|Votes against",
        "Peru|17 February 2008|law|61|2",
        "actor|date|act|votes/for|votes/against"
    )]
    [InlineData("recognition-passed", "Contry|Dte|Sorce|Withdrawnn", "Peru|2008|x|2010", "actor|date|source|withdrawn")]
    [InlineData("recognition-passed", "Страна|Дата|Источник", "Перу|2008|x", "actor|date|source")]
    [InlineData("minister-appointed", "Name|Office|From|To", "Ada|president|1976|1980", "person|post|date|until")]
    [InlineData(
        "minister-appointed",
        "Ambassador|Country|Rank|Took office|Left office",
        "Ada|Peru|envoy|1976|1980",
        "person|to|capacity|date|until"
    )]
    [InlineData("minister-appointed", "person|to|post|date", "Ada|Peru|ambassador|1976", "person|to|post|date")]
    [InlineData(
        "office-opened",
        "City|Country|Type|Opened|Closed|Reopened",
        "Lima|Peru|embassy|1976|1980|1990",
        "city|host|officeType|date|closed|reopened"
    )]
    [InlineData(
        "diplomatic-relations-established",
        "Country|Established|Severed|Restored",
        "Peru|1976|1980|1990",
        "with|date|severed|renewed"
    )]
    [InlineData("membership-began", "Organization|Member since|Status|Left", "UN|1976|full|1980", "organisation|date|status|ended")]
    [InlineData("treaty-in-force", "Treaty|Date|Terminated", "x|1976|1980", "convention|date|ended")]
    [InlineData("visit-made", "Visitor|Destination|Date|Purpose", "Ada|Peru|1976|talks", "visitor|to|date|subject")]
    [InlineData("agreement-signed", "Parties|Kind|Title|Date", "Peru; Chad|treaty|x|1976", "between|form|title|date")]
    [InlineData("aid-sent", "From|To|Date|Aid", "Peru|Chad|1976|food", "from|to|date|aid")]
    [InlineData("towns-twinned", "Town|Partner|Country|Date", "Lima|Dakar|Senegal|1976", "town|partner|country|date")]
    public void Headers_are_understood(string type, string headers, string cells, string meanings) =>
        Match(type, headers, cells).ShouldBe(meanings.Split('|'));

    [Fact]
    public void A_column_without_a_telling_header_is_understood_by_its_cells() =>
        Match("recognition-passed", "A|B|C", "Peru|17 February 2008|something", "peru").ShouldBe(["actor", "date", "ignore"]);

    [Fact]
    public void A_map_says_more_than_a_header()
    {
        var table = SheetFiles.Read("Country,Date,Entry\nPeru,1976,1980\n");
        var map = new ColumnMap
        {
            Columns = new Dictionary<string, string> { ["Entry"] = "date", ["Date"] = "note" },
        };

        ColumnMatcher
            .Match(SheetKind.Named("recognition-passed")!, table, map, _ => false)
            .Select(column => (column.Meaning.Name, column.By))
            .ShouldBe([("actor", MatchedBy.OtherName), ("note", MatchedBy.Map), ("date", MatchedBy.Map)]);
    }

    [Fact]
    public void One_column_has_a_meaning_and_columns_of_withdrawals_may_be_several() =>
        Match("recognition-passed", "Country|Date|Date|withdrawn|renewed|withdrawn|renewed", "Peru|1|2|3|4|5|6")
            .ShouldBe(["actor", "date", "ignore", "withdrawn", "renewed", "withdrawn", "renewed"]);

    [Theory]
    [InlineData("Recognitions of Kosovo.csv", "Country|Date", "recognition-passed")]
    [InlineData("list.csv", "Ambassador|Country|From", "minister-appointed")]
    [InlineData("embassies.csv", "City|Country", "office-opened")]
    [InlineData("list.csv", "type|city", "office-closed")]
    public void The_type_of_fact_is_found_in_a_column_the_headers_or_the_name_of_the_file(string file, string headers, string type)
    {
        var row = headers.StartsWith("type", StringComparison.Ordinal) ? "office-closed,Lima" : "Peru,1976";
        KindSearch.Of(SheetFiles.Read($"{headers.Replace('|', ',')}\n{row}\n", file), new()).Kind.Name.ShouldBe(type);
    }

    [Fact]
    public void A_type_that_nothing_says_or_that_is_several_is_asked_for()
    {
        Should
            .Throw<UnusableMapException>(() => KindSearch.Of(SheetFiles.Read("Country,Date\nPeru,1976\n"), new()))
            .Message.ShouldContain("--type");
        Should
            .Throw<UnusableMapException>(() => KindSearch.Of(SheetFiles.Read("type,city\noffice-opened,Lima\noffice-closed,Lima\n"), new()))
            .Message.ShouldContain("row 3 says office-closed after office-opened");
        Should.Throw<UnusableMapException>(() => KindSearch.Of(SheetFiles.Read("Embassy,President\nx,y\n"), new()));
    }

    [Fact]
    public void A_map_is_kept_and_read_again_from_YAML_and_JSON()
    {
        var map = new ColumnMap
        {
            Type = "recognition-passed",
            Polity = "kosovo",
            Worksheet = "Sheet 1",
            Dates = Sheets.Dates.DayOrder.DayFirst,
            Columns = new Dictionary<string, string> { ["Date: of \"recognition\""] = "date", ["yes"] = "actor/as" },
            Values = new Dictionary<string, string> { ["level"] = "state" },
            Entities = new Dictionary<string, string> { ["Senegall"] = "senegal", ["Gambia"] = "new" },
        };

        var written = ColumnMapFile.Write(map);
        ColumnMapFile.Write(ColumnMapFile.Read(written)).ShouldBe(written);
        ColumnMapFile.Read(written).Columns.ShouldBe(map.Columns);
        ColumnMapFile
            .Read("""{ "type": "office-opened", "dates": "month-first", "entities": { "A": "b" } }""")
            .Dates.ShouldBe(Sheets.Dates.DayOrder.MonthFirst);
        ColumnMapFile.Read("").ShouldBeEquivalentTo(new ColumnMap());
    }

    [Theory]
    [InlineData("type: no-such-type", "no type of fact 'no-such-type'")]
    [InlineData("type: fact-corrected", "about the record itself")]
    [InlineData("type: entities-identified", "about the record itself")]
    [InlineData("colums: {}", "no member 'colums'")]
    [InlineData("columns: [a]", "list of names and values")]
    [InlineData("columns: { a: { b: c } }", "not a text")]
    [InlineData("dates: sometimes", "day-first or month-first")]
    [InlineData("- a", "has the members")]
    [InlineData("a: [", "neither YAML nor JSON")]
    [InlineData("{ a: [[[[[[[[[", "nested too deeply")]
    public void A_map_that_cannot_be_used_is_refused(string map, string said) =>
        Should.Throw<UnusableMapException>(() => ColumnMapFile.Read(map)).Message.ShouldContain(said);

    private static IEnumerable<string> Match(string type, string headers, string cells, string? known = null)
    {
        var table = SheetFiles.Read($"{headers.Replace('|', '\t')}\n{cells.Replace('|', '\t')}\n", "sheet.tsv");
        return ColumnMatcher
            .Match(SheetKind.Named(type)!, table, new(), name => string.Equals(name, known, StringComparison.OrdinalIgnoreCase))
            .Select(column => column.Meaning.Name);
    }
}
