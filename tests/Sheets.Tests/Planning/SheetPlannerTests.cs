using System.Diagnostics;
using System.Globalization;
using System.Text;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ministers;
using ArtsakhLedger.Recognitions;
using ArtsakhLedger.Sheets.Columns;
using ArtsakhLedger.Sheets.Names;
using ArtsakhLedger.Sheets.Templates;
using ArtsakhLedger.Sources;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Planning;

/// <summary>Sheets, and the facts that they make.</summary>
public sealed class SheetPlannerTests
{
    private const string Sheet = """
        Country,Date,Source,Quote,withdrawn,renewed
        Peru,6 March 1976,Gazette No. 5,Peru recognises Kosovo,1984,
        Senegal,c. 1980,,,,
        "Gambia, The",before 1982,Gazette No. 5,and so does the Gambia,March 1990,"1991; 1993"

        """;

    [Fact]
    public async Task Rows_make_facts_and_columns_of_withdrawals_further_ones()
    {
        var plan = await Plans.OfAsync(Sheet);

        plan.Refusal.ShouldBeNull();
        plan.Told()
            .ShouldBe([
                "2: Peru recognised Kosovo, 1976-03-06",
                "2: Peru withdrew its recognition of Kosovo, 1984",
                "3: Senegal recognised Kosovo, 1980~",
                "4: Gambia, The recognised Kosovo, [..1981]",
                "4: Gambia, The withdrew its recognition of Kosovo, 1990-03",
                "4: Gambia, The recognised Kosovo, 1991",
                "4: Gambia, The recognised Kosovo, 1993",
            ]);
        plan.Facts.Select(one => one.Fact.Id)
            .Take(6)
            .ShouldBe([
                "entity-kosovo",
                "entity-peru",
                "entity-senegal",
                "entity-gambia-the",
                $"source-{plan.Source.Source}",
                "source-gazette-no-5",
            ]);
        var first = plan.Facts.Select(one => one.Fact).OfType<RecognitionPassed>().First();
        first.Level.ShouldBe(ActorLevel.State);
        first.Id.ShouldBe("kosovo-peru-recognition-passed-1976-03-06");
    }

    [Fact]
    public async Task Every_fact_cites_its_row_by_number_and_the_document_that_the_row_quotes()
    {
        var plan = await Plans.OfAsync(Sheet);
        var text = SnapshotText.Of(plan.Text);

        plan.Text.ShouldBe(Encoding.UTF8.GetBytes(Sheet));
        plan.Source.Snapshots.ShouldHaveSingleItem().Sha256.ShouldBe(text.Sha256);
        plan.Source.Csl["title"]!.ToString().ShouldBe("kosovo.csv");
        foreach (var (fact, row) in plan.Facts.Where(one => one.Fact is RecognitionFact))
        {
            var own = fact.Citations.Single(citation => citation.Source == plan.Source.Source);
            own.Locator.ShouldBe($"row {row}");
            text.StandsAt(own.Quote, own.Start!.Value, own.End!.Value).ShouldBeTrue();
        }

        plan.Facts.Single(one => one.Fact is RecognitionPassed { Actor.Id: "senegal" }).Fact.Citations.Count.ShouldBe(1);
        var peru = plan.Facts.First(one => one.Fact is RecognitionPassed { Actor.Id: "peru" }).Fact;
        peru.Citations.Select(citation => citation.Quote)
            .ShouldBe(["Peru recognises Kosovo", "Peru,6 March 1976,Gazette No. 5,Peru recognises Kosovo,1984,"]);
    }

    [Fact]
    public async Task Names_are_matched_by_id_identifier_name_and_alias_and_what_is_nearly_a_name_is_a_question()
    {
        var gambia = Plans.Entity("gambia", EntityKind.Polity, "Gambia", "The Gambia", "Gambie") with
        {
            Identifiers = [new() { Scheme = IdentifierScheme.Iso3166, Value = "GM" }],
        };
        var plan = await Plans.OfAsync(
            "Country,Date\ngambia,1991\nGAMBIA,1992\nThe Gambia,1993\niso3166:GM,1994\nZambia,1995\nPeru,1996\n",
            null,
            gambia
        );

        plan.Preview.Names.Select(name => (name.Name, name.Entity, name.By))
            .ShouldBe([
                ("kosovo", "kosovo", FoundBy.New),
                ("gambia", "gambia", FoundBy.Id),
                ("The Gambia", "gambia", FoundBy.Alias),
                ("iso3166:GM", "gambia", FoundBy.Identifier),
                ("Zambia", null, FoundBy.Nothing),
                ("Peru", "peru", FoundBy.New),
            ]);
        var problem = plan.Preview.Problems.ShouldHaveSingleItem();
        problem.ToString().ShouldStartWith("Row 6, Country: 'Zambia' is not known, and is nearly Gambia (gambia)");
        plan.Refusal.ShouldNotBeNull().ShouldContain("Row 6");
        plan.Preview.Names[^1]
            .Description.ShouldBe(
                "- { id: peru, kind: polity, names: [{ text: \"Peru\", language: en }], reason: \"is named in row 7 of kosovo.csv\" }"
            );
        plan.Map.Entities["Zambia"].ShouldBe(ColumnMap.NotSaid);
    }

    [Theory]
    [InlineData("new", "zambia")]
    [InlineData("gambia", "gambia")]
    [InlineData("republic-of-zambia", "republic-of-zambia")]
    public async Task A_map_answers_which_entity_is_meant(string said, string entity)
    {
        var map = new ColumnMap { Entities = new Dictionary<string, string> { ["Zambia"] = said } };
        var plan = await Plans.OfAsync("Country,Date\nZambia,1995\n", map, Plans.Entity("gambia", EntityKind.Polity, "Gambia"));

        plan.Refusal.ShouldBeNull();
        plan.Facts.Select(one => one.Fact).OfType<RecognitionPassed>().ShouldHaveSingleItem().Actor.Id.ShouldBe(entity);
    }

    [Fact]
    public async Task What_is_new_in_a_map_is_what_was_described_since()
    {
        var map = new ColumnMap { Entities = new Dictionary<string, string> { ["Zambia"] = "new" } };
        var plan = await Plans.OfAsync(
            "Country,Date\nZambia,1995\n",
            map,
            Plans.Entity("gambia", EntityKind.Polity, "Gambia"),
            Plans.Entity("zambia", EntityKind.Polity, "Zambia")
        );

        plan.Preview.EntityCount.ShouldBe(1, "the polity alone");
    }

    [Fact]
    public async Task A_name_of_two_is_a_question_and_a_kind_decides_where_it_can()
    {
        Fact[] known =
        [
            Plans.Entity("georgia", EntityKind.Polity, "Georgia"),
            Plans.Entity("us-georgia", EntityKind.SubNational, "Georgia"),
        ];

        (await Plans.OfAsync("Country,Date\nGeorgia,1995\n", null, known))
            .Preview.Problems.ShouldHaveSingleItem()
            .Message.ShouldContain("georgia (polity) or us-georgia (sub-national)");
        (
            await Plans.OfAsync("with,date\nGeorgia,1995\n", new() { Type = "diplomatic-relations-established" }, known)
        ).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Problems_are_named_by_row_and_column_with_what_to_write_and_all_at_once()
    {
        var plan = await Plans.OfAsync("Country,Date,Level,Votes\nPeru,6/3/1976,state,61–2\n,1980,state,\nChad,someday,kingdom,many\n");

        plan.Preview.Problems.Select(problem => problem.ToString())
            .ShouldBe([
                "Row 2, Date: '6/3/1976' is 6 March 1976 or 3 June 1976; write 1976-03-06 or 1976-06-03, or say whether the day or the month comes first.",
                "Row 3, Country: the cell is empty, and the fact needs it; write an entity's id, { id: an entity's id, as: what the source calls it }, or { unnamed: how the source speaks of it, mayBe: [ids] }.",
                "Row 4, Date: 'someday' is not a date that can be read; write 6 March 1976, March 1976, 1976, c. 1976, before 1980, 1976–1979, or a date in EDTF.",
                "Row 4, Level: 'kingdom' is not one of state, sub-national, municipal, parliament, chamber, party, organisation; write one of these.",
                "Row 4, Votes: 'many' is not the result of a vote; write for–against, such as 61–2, or for–against–abstained.",
            ]);
    }

    [Fact]
    public async Task What_no_column_says_is_told_once_and_a_map_may_say_it_for_all_rows()
    {
        const string Calls = "Actor,Date\nPeru,1976\nChad,1977\n";
        var plan = await Plans.OfAsync(Calls, new() { Type = "call-made" });
        plan.Preview.Problems.ShouldHaveSingleItem().ToString().ShouldContain("No column says 'calls for'");

        plan = await Plans.OfAsync(
            Calls,
            new()
            {
                Type = "call-made",
                Values = new Dictionary<string, string> { ["callsFor"] = "recognition", ["upon"] = "Kosovo" },
            }
        );
        plan.Refusal.ShouldBeNull();
        plan.Told().First().ShouldBe("2: Peru called on Kosovo to recognise Kosovo, 1976");
    }

    [Theory]
    [InlineData("6/3/1976", "17/2/2008", "1976-03-06")]
    [InlineData("6/3/1976", "2/17/2008", "1976-06-03")]
    public async Task One_date_tells_the_order_of_the_others(string ambiguous, string telling, string edtf)
    {
        var plan = await Plans.OfAsync($"Country,Date\nPeru,{ambiguous}\nChad,{telling}\n");

        plan.Preview.Facts[0].Date.ShouldBe(edtf);
        plan.Preview.Remarks.ShouldContain(remark => remark.Contains($"'{telling}' in row 3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Terms_with_an_end_make_intervals_and_posts_are_known_by_their_words()
    {
        var plan = await Plans.OfAsync(
            "Name,Office,From,To\nAda Lovelace,President,1976,March 1980\nBen Jonson,Foreign Minister,1980,present\nCy Twombly,Astronomer Royal,,1990\nDi,president,1990,?\n",
            new() { Type = "minister-appointed" }
        );

        plan.Refusal.ShouldBeNull();
        plan.Told()
            .ShouldBe([
                "2: Ada Lovelace was president, 1976/1980-03",
                "3: Ben Jonson was foreign minister, 1980/..",
                "4: Cy Twombly was Astronomer Royal, /1990",
                "5: Di became president, 1990",
            ]);
        plan.Facts.Select(one => one.Fact)
            .OfType<MinisterAppointed>()
            .Select(fact => fact.Post)
            .ShouldBe(["president", "foreign-minister", "astronomer-royal", "president"]);
        plan.Facts.Select(one => one.Fact)
            .OfType<EntityDescribed>()
            .Single(entity => entity.Entity == "astronomer-royal")
            .Kind.ShouldBe(EntityKind.Post);
    }

    [Fact]
    public async Task Unnamed_parties_and_names_of_the_time_are_kept_and_levels_make_kinds()
    {
        var plan = await Plans.OfAsync(
            "actor\tlevel\tactor as\tdate\n“a U.S. state”\tsub-national\t\t2013\nMaine\tsub-national\tthe State of Maine\t2014\nGold Coast\t\t\t1950\n".Replace(
                "\t",
                ";"
            ),
            null
        );

        plan.Refusal.ShouldBeNull();
        var facts = plan.Facts.Select(one => one.Fact).OfType<RecognitionPassed>().ToList();
        facts[0].Actor.Unnamed.ShouldBe("a U.S. state");
        facts[1].Actor.ShouldBe(Party.Named("maine", "the State of Maine"));
        facts[2].Level.ShouldBe(ActorLevel.State);
        plan.Facts.Select(one => one.Fact)
            .OfType<EntityDescribed>()
            .Single(entity => entity.Entity == "maine")
            .Kind.ShouldBe(EntityKind.SubNational);
    }

    [Fact]
    public async Task Rows_that_say_the_same_are_one_fact_with_both_citations()
    {
        var plan = await Plans.OfAsync("Country,Date,Source,Quote\nPeru,1976,A,one\nPeru,1976,B,two\n");

        plan.Preview.FactCount.ShouldBe(1);
        plan.Facts.Select(one => one.Fact).OfType<RecognitionPassed>().Single().Citations.Count.ShouldBe(4);
        plan.Preview.Warnings.ShouldContain(warning =>
            warning.ToString() == "Row 3: the row says the same as row 2: one fact is recorded, which cites both."
        );
    }

    [Fact]
    public async Task What_is_recorded_already_is_left_out_and_ids_that_are_taken_are_numbered()
    {
        var first = await Plans.OfAsync(Sheet);
        Fact[] recorded = [.. first.Facts.Select(one => one.Fact)];

        var again = await Plans.OfAsync(Sheet, null, recorded);
        again.Facts.ShouldBeEmpty();
        again.Preview.RecordedCount.ShouldBe(7);
        again.Preview.ProblemCount.ShouldBe(0);

        var other = await Plans.OfAsync("Country,Date,Act\nPeru,6 March 1976,law\nPeru,6 March 1976,bill\n", null, recorded);
        other
            .Facts.Select(one => one.Fact.Id)
            .Skip(1)
            .ShouldBe(["kosovo-peru-recognition-passed-1976-03-06-2", "kosovo-peru-recognition-passed-1976-03-06-3"]);
    }

    [Fact]
    public async Task Long_quotes_are_cut_and_what_is_left_out_is_said()
    {
        var words = string.Join(' ', Enumerable.Range(1, 40));
        var plan = await Plans.OfAsync($"Country,Date,Source,Quote,Mood\nPeru,1976,http://example.org/a,{words},glad\nChad,1977,,said,\n");

        var citation = plan.Facts.Select(one => one.Fact).OfType<RecognitionPassed>().First().Citations[0];
        citation.Quote.ShouldBe(string.Join(' ', Enumerable.Range(1, 30)));
        plan.Facts.Select(one => one.Fact).OfType<SourceArchived>().Last().Csl["URL"]!.ToString().ShouldBe("http://example.org/a");
        plan.Preview.Warnings.Select(warning => warning.ToString())
            .ShouldBe([
                "Mood: it is not known what the column says, so it is left out.",
                "Row 2, Quote: the quote is cut to its first 30 words, the most that a quote may have.",
                "Row 3, Quote: the row quotes words and names no source, so only the row is cited.",
            ]);
    }

    [Fact]
    public async Task Cells_without_values_matter_only_in_columns_that_say_something()
    {
        var plan = await Plans.OfAsync("Country,Date,Sum\nPeru,=A1,=B1\nChad,1976,,stray\n");

        plan.Preview.Problems.ShouldHaveSingleItem().ToString().ShouldStartWith("Row 2, Date: '=A1' is a formula");
        plan.Preview.Warnings.ShouldContain(warning => warning.ToString().Contains("row 3 has a cell there", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nowhere at all", "'nowhere at all' is not a valid id")]
    [InlineData("", "whose foreign relations")]
    [InlineData("lima", "is no polity")]
    public async Task A_polity_is_needed(string polity, string said) =>
        (
            await Should.ThrowAsync<UnusableMapException>(() =>
                Plans.OfAsync(Sheet, new() { Polity = polity }, Plans.Entity("lima", EntityKind.Municipality, "Lima"))
            )
        ).Message.ShouldContain(said);

    public static TheoryData<string, bool> Templates =>
        [.. SheetKind.All.SelectMany(kind => new[] { (kind.Name, false), (kind.Name, true) })];

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task The_empty_sheet_of_every_type_is_understood_whole_and_its_examples_are_never_recorded(
        string type,
        bool withAllColumns
    )
    {
        var sheet = SheetTemplate.Of(SheetKind.Named(type)!, withAllColumns);
        var table = SheetFiles.Read(sheet, "empty.csv");
        var plan = await Plans.OfAsync(table, new() { Type = type });

        plan.Preview.Problems.Select(problem => problem.ToString()).ShouldBeEmpty(sheet);
        plan.Preview.Columns.ShouldAllBe(column => column.By == MatchedBy.Name, sheet);
        plan.Preview.Facts.Where(fact => fact.Type == type).Count().ShouldBeGreaterThanOrEqualTo(1);
        plan.Preview.Examples.ShouldBe([2, 3]);
        plan.Refusal.ShouldNotBeNull().ShouldContain("replace or delete them");
        KindSearch.Of(table, new()).Kind.Name.ShouldBe(type);
    }

    [Fact]
    public void The_empty_sheet_of_recognitions_has_few_columns_and_ends_with_those_for_withdrawals() =>
        SheetTemplate
            .Of(SheetKind.Named("recognition-passed")!, withAllColumns: false)
            .ShouldBe(
                """
                type,actor,level,date,source,quote,withdrawn,renewed,suspended,resumed
                recognition-passed,Peru,state,6 March 1976,Example Gazette,the words that say it,1984,May 1985,,
                recognition-passed,Senegal,state,c. 1980,Example Yearbook,the words that say it,,,,

                """
            );

    [Fact]
    public async Task A_workbook_is_cited_by_its_rendered_rows()
    {
        var table = SheetFiles.Read(
            SheetFiles.Workbook([
                ["Country", "Date"],
                ["Peru", new DateOnly(1976, 3, 6)],
                ["Peru", new DateOnly(1976, 3, 7)],
            ]),
            "k.xlsx"
        );
        var plan = await Plans.OfAsync(table);

        plan.Refusal.ShouldBeNull();
        plan.Facts.Select(one => one.Fact)
            .OfType<RecognitionPassed>()
            .First()
            .Citations.ShouldHaveSingleItem()
            .Quote.ShouldBe("2\tPeru\t1976-03-06");
    }

    [Fact]
    public async Task Quotes_that_stand_more_than_once_have_the_words_before_them()
    {
        var plan = await Plans.OfAsync("Country,Date\nNiger,1976\nx Niger,1976\n");
        var text = SnapshotText.Of(plan.Text);

        var citation = plan.Facts.Select(one => one.Fact).OfType<RecognitionPassed>().First().Citations.Single();
        citation.Prefix.ShouldBe("Country,Date");
        text.PlacesOf(citation.Quote, citation.Prefix).ShouldBe([citation.Start!.Value]);
    }

    [Fact]
    public async Task Ten_thousand_rows_are_planned_in_seconds()
    {
        var sheet = new StringBuilder("Country,Date,Source,Quote,withdrawn\n");
        for (var i = 0; i < 10_000; i++)
        {
            sheet.Append(
                CultureInfo.InvariantCulture,
                $"Country of the number {i},{1 + (i % 28)} March {1900 + (i % 100)},Gazette {i % 300},words that say so {i},\n"
            );
        }

        var table = SheetFiles.Read(sheet.ToString());
        var watch = Stopwatch.StartNew();
        var plan = await Plans.OfAsync(table);

        plan.Refusal.ShouldBeNull();
        plan.Preview.FactCount.ShouldBe(10_000);
        TestContext.Current.SendDiagnosticMessage($"10,000 rows planned in {watch.Elapsed}");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }
}
