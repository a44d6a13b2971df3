using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Sheets;

/// <summary>The verbs for sheets: from a table to answers, in a ledger with nothing in it.</summary>
public sealed class ImportSheetTests(PostgresServer server) : IDisposable
{
    private const string Kosovo = """
        Country;Date of recognition;Source;Quote;withdrawn;renewed
        Afghanistan;18 February 2008;;;;
        Costa Rica;17/2/2008;La Nación;Costa Rica reconoce a Kosovo;;
        Suriname;8/7/2016;;;27 October 2017;
        Sierra Leone;c. June 2008;;;3/3/2020;September 2023

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sheets-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_sheet_is_recorded_in_an_empty_ledger_and_the_questions_on_it_are_answered()
    {
        var database = await server.CreateDatabaseAsync();
        var file = Write("kosovo.csv", Kosovo);

        var (exitCode, output) = await LedgerVerb.RunAsync(database, "import-sheet", file, "--polity", "kosovo", "--record");
        exitCode.ShouldBe(0, output);
        output.ShouldContain("entries are recorded as kosovo/0001-kosovo, at positions 1 to 14.");

        (await HeldAsync(database, "2008-03-01")).ShouldBe(["Afghanistan", "Costa Rica"]);
        (await HeldAsync(database, "2017-01-01")).ShouldBe(["Afghanistan", "Costa Rica", "Sierra Leone", "Suriname"]);
        (await HeldAsync(database, "2018-01-01")).ShouldBe(["Afghanistan", "Costa Rica", "Sierra Leone"]);
        (await HeldAsync(database, "2021-01-01")).ShouldBe(["Afghanistan", "Costa Rica"]);
        (await HeldAsync(database, "2024-01-01")).ShouldBe(["Afghanistan", "Costa Rica", "Sierra Leone"]);
        var (_, provenance) = await LedgerVerb.RunAsync(
            database,
            "provenance",
            "kosovo-suriname-recognition-rescinded-2017-10-27",
            "--json"
        );
        var cited = JsonNode.Parse(provenance)!["citations"]!.AsArray().ShouldHaveSingleItem()!;
        cited["locator"]!.ToString().ShouldBe("row 4");
        cited["quote"]!.ToString().ShouldBe("Suriname;8/7/2016;;;27 October 2017;");
        (await LedgerVerb.RunAsync(database, "verify")).Output.ShouldContain("Quotes: 7 exact, 1 of excerpts.");
    }

    [Fact]
    public async Task A_sheet_recorded_again_changes_nothing_and_one_that_has_grown_records_what_is_new()
    {
        var database = await server.CreateDatabaseAsync();
        await LedgerVerb.RunAsync(database, "import-sheet", Write("kosovo.csv", Kosovo), "--polity", "kosovo", "--record");

        var (exitCode, output) = await LedgerVerb.RunAsync(
            database,
            "import-sheet",
            Write("kosovo.csv", Kosovo),
            "--polity",
            "kosovo",
            "--record"
        );
        exitCode.ShouldBe(0);
        output.ShouldContain("Everything in the sheet is recorded already");
        var grown = Write("kosovo.csv", Kosovo.Replace("Afghanistan", "Peru;22 February 2008;;;;\nAfghanistan", StringComparison.Ordinal));
        (exitCode, output) = await LedgerVerb.RunAsync(database, "import-sheet", grown, "--polity", "kosovo", "--record");
        exitCode.ShouldBe(0, output);
        output.ShouldContain("3 entries are recorded as kosovo/0002-kosovo");
    }

    [Fact]
    public async Task A_batch_that_a_sheet_wrote_passes_the_check_and_is_imported()
    {
        var database = await server.CreateDatabaseAsync();
        var events = Path.Combine(folder.FullName, "new-batches");
        var (exitCode, output) = await LedgerVerb.RunAsync(
            database,
            "import-sheet",
            Write("kosovo.csv", Kosovo),
            "--polity",
            "kosovo",
            "--write",
            events
        );
        exitCode.ShouldBe(0, output);
        var text = Path.Combine(events, "kosovo", "0001-kosovo", "kosovo.csv");
        (await File.ReadAllTextAsync(text, TestContext.Current.CancellationToken)).ShouldBe(Kosovo);

        (await LedgerVerb.RunAsync(null, "check", events, "--snapshot", text)).Output.ShouldContain("Quotes: 7 exact, 1 of excerpts.");
        (exitCode, output) = await LedgerVerb.RunAsync(database, "import", events, "--snapshot", text);
        exitCode.ShouldBe(0, output);
        output.ShouldContain("14 facts appended");
        (await LedgerVerb.RunAsync(database, "import-sheet", text, "--polity", "kosovo")).Output.ShouldContain("7 recorded already");
    }

    [Fact]
    public async Task A_map_is_written_changed_and_used_again()
    {
        var database = await server.CreateDatabaseAsync();
        await LedgerVerb.RunAsync(database, "import-sheet", Write("kosovo.csv", Kosovo), "--polity", "kosovo", "--record");
        var (file, map) = (Write("more.csv", "Land,Recognition\nSurinam,6/3/2019\n"), Path.Combine(folder.FullName, "map.yaml"));

        var (exitCode, output) = await LedgerVerb.RunAsync(
            database,
            "import-sheet",
            file,
            "--polity",
            "kosovo",
            "--write-map",
            map,
            "--record"
        );
        exitCode.ShouldBe(1);
        output.ShouldContain("more.csv: Row 2, Land: 'Surinam' is not known, and is nearly Suriname (suriname)");
        output.ShouldContain("more.csv: Row 2, Recognition: '6/3/2019' is 6 March 2019 or 3 June 2019");
        output.ShouldContain("Nothing was written or recorded.");
        var kept = await File.ReadAllTextAsync(map, TestContext.Current.CancellationToken);
        kept.ShouldContain("\"Surinam\": \"?\"");

        await File.WriteAllTextAsync(
            map,
            $"{kept.Replace("\"?\"", "suriname", StringComparison.Ordinal)}dates: month-first\n",
            TestContext.Current.CancellationToken
        );
        (exitCode, output) = await LedgerVerb.RunAsync(database, "import-sheet", file, "--map", map, "--record");
        exitCode.ShouldBe(0, output);
        (await HeldAsync(database, "2019-06-03")).ShouldContain("Suriname");
        (await HeldAsync(database, "2019-06-02")).ShouldNotContain("Suriname");

        (exitCode, output) = await LedgerVerb.RunAsync(database, "import-sheet", file, "--polity", "kosovo", "--write-map", map);
        exitCode.ShouldBe(1);
        output.ShouldContain("already; name another");
    }

    [Fact]
    public async Task The_examples_of_an_empty_sheet_are_shown_and_never_recorded()
    {
        var database = await server.CreateDatabaseAsync();
        var (_, sheet) = await LedgerVerb.RunAsync(null, "sheet", "office-opened");
        var file = Write("offices.csv", sheet);

        var (exitCode, output) = await LedgerVerb.RunAsync(database, "import-sheet", file, "--polity", "kosovo");
        exitCode.ShouldBe(0, output);
        output.ShouldContain("Kosovo opened a representative office in Lima");
        (exitCode, output) = await LedgerVerb.RunAsync(database, "import-sheet", file, "--polity", "kosovo", "--record");
        exitCode.ShouldBe(1);
        output.ShouldContain("Rows 2 and 3 are the examples that the empty sheet came with; replace or delete them.");
        (await LedgerVerb.RunAsync(database, "batches")).Output.ShouldNotContain("kosovo");
    }

    [Theory]
    [InlineData("no-such-file.csv", null, "Could not find file")]
    [InlineData("empty.csv", "", "The file is empty")]
    [InlineData("page.csv", "<html></html>", "This is a page (HTML or XML)")]
    [InlineData("plain.csv", "Country,Date\nPeru,1976\n", "Nothing says what type of fact the rows tell of")]
    public async Task What_cannot_be_read_is_one_sentence_and_exit_code_1(string name, string? text, string said)
    {
        var file = text is null ? Path.Combine(folder.FullName, name) : Write(name, text);

        var (exitCode, _, errors) = await LedgerVerb.RunApartAsync(
            LedgerProgram.ToDatabase(await server.CreateDatabaseAsync()),
            "import-sheet",
            file,
            "--polity",
            "kosovo"
        );

        exitCode.ShouldBe(1);
        errors.ShouldStartWith(said);
        errors.Trim().ShouldNotContain("\n");
    }

    [Theory]
    [InlineData(200, 2)]
    [InlineData(10_000, 20)]
    public async Task Many_rows_are_recorded_in_seconds(int rows, int seconds)
    {
        var database = await server.CreateDatabaseAsync();
        var sheet = new StringBuilder("Country,Date of recognition,Source,Quote,withdrawn\n");
        for (var i = 0; i < rows; i++)
        {
            sheet.Append(
                CultureInfo.InvariantCulture,
                $"{Name(i)},{1 + (i % 28)} March {1900 + (i % 100)},Gazette {i % 300},{Name(i)} says so {i},\n"
            );
        }

        var file = Write("many.csv", sheet.ToString());
        await LedgerVerb.RunAsync(database, "import-sheet", Write("few.csv", Kosovo), "--polity", "kosovo", "--record");
        var watch = Stopwatch.StartNew();
        var (exitCode, output) = await LedgerVerb.RunAsync(database, "import-sheet", file, "--polity", "kosovo", "--record");

        exitCode.ShouldBe(0, output);
        TestContext.Current.SendDiagnosticMessage($"{rows} rows recorded in {watch.Elapsed}");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(seconds));
    }

    /// <summary>Who recognised Kosovo on a date, certainly or possibly.</summary>
    private static async Task<IEnumerable<string>> HeldAsync(string database, string on)
    {
        var (exitCode, output) = await LedgerVerb.RunAsync(database, "state", "kosovo", "--on", on, "--kind", "recognition-by", "--json");
        exitCode.ShouldBe(0, output);
        return JsonNode.Parse(output)!["entries"]!
            .AsArray()
            .Select(entry => entry!["party"]!["name"]!.ToString())
            .Order(StringComparer.Ordinal);
    }

    /// <summary>A name that is like no other: letters that stand for a number.</summary>
    private static string Name(int i) =>
        string.Concat($"{i:00000}".Select(digit => "KaLoMiNePuRoSaTeViZu".Substring((digit - '0') * 2, 2)));

    private string Write(string name, string text)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }
}
