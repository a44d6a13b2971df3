using System.Diagnostics;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Import;

[OnEveryPostgres]
public sealed class ImportTests(PostgresServer server)
{
    private static readonly string Ministers = Path.Combine("artsakh", "0001-article", "ministers.yaml");

    [Fact]
    public async Task Importing_the_same_batch_twice_changes_nothing()
    {
        var database = await server.CreateDatabaseAsync();

        var first = await LedgerProgram.RunAsync(database, "import");
        var second = await LedgerVerb.RunAsync(database, "import");

        first.ShouldSatisfyAllConditions(
            () => first.ExitCode.ShouldBe(0),
            () => first.Output.ShouldContain(" facts appended, 0 were recorded already.")
        );
        second.ShouldSatisfyAllConditions(() => second.ExitCode.ShouldBe(0), () => second.Output.ShouldContain("0 facts appended"));
    }

    [Fact]
    public async Task On_a_terminal_a_bar_shows_how_far_an_import_is()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "The terminal is that of util-linux' script.");
        var start = new ProcessStartInfo("/usr/bin/script", ["-qec", $"dotnet '{LedgerProgram.File}' import", "/dev/null"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = Repository.Root,
        };
        start.Environment["TERM"] = "xterm";
        foreach (var (name, value) in LedgerProgram.ToDatabase(await server.CreateDatabaseAsync()))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, output);
        output.ShouldMatch("Importing [0-9]+ entries of 4 batches");
    }

    [Fact]
    public async Task A_batch_may_name_what_is_in_the_database()
    {
        var database = await server.CreateDatabaseAsync();
        using var first = new TemporaryEvents();
        first.Write(
            "common",
            "0001-names",
            "entities.yaml",
            """
            entities:
            - { id: kosovo, kind: polity, names: [{ text: Kosovo, language: en }], reason: test }
            - { id: albania, kind: polity, names: [{ text: Albania, language: en }], reason: test }
            """
        );
        first.Write(
            "common",
            "0001-names",
            "sources.yaml",
            """
            sources:
            - { id: gazette, csl: { type: book, title: Gazette }, excerptOnly: true, reason: test }
            """
        );
        using var second = new TemporaryEvents();
        second.Write(
            "kosovo",
            "0001-recognitions",
            "facts.yaml",
            """
            facts:
            - id: albania-recognised-kosovo
              type: recognition-passed
              date: "2008-02-18"
              actor: albania
              level: state
              citations:
              - { source: gazette, quote: Albania }
            """
        );

        (await LedgerVerb.RunAsync(database, "import", first.Folder)).ExitCode.ShouldBe(0);
        var (exitCode, output) = await LedgerVerb.RunAsync(database, "import", second.Folder);

        exitCode.ShouldBe(0, output);
        output.ShouldContain("1 fact appended, 0 were recorded already.");
    }

    [Fact]
    public async Task A_batch_with_one_invalid_entry_imports_nothing()
    {
        var database = await server.CreateDatabaseAsync();
        using var events = TemporaryEvents.CopyOfTheRecord();
        events.Replace(Ministers, "date: \"1993/1997\"", "date: \"soon\"");

        var (exitCode, output) = await LedgerVerb.RunAsync(database, "import", events.Folder);

        exitCode.ShouldBe(1);
        output.ShouldContain("Nothing was imported.");
        var after = await LedgerVerb.RunAsync(database, "import");
        after.Output.ShouldContain(" 0 were recorded already.");
    }

    [Fact]
    public async Task A_fact_that_differs_from_what_is_recorded_is_refused_and_what_is_recorded_stays()
    {
        var database = await server.CreateLedgerAsync();
        using var events = TemporaryEvents.CopyOfTheRecord();
        events.Replace(Ministers, "date: \"1993/1997\"", "date: \"1993/1998\"");

        var (exitCode, output) = await LedgerVerb.RunAsync(database, "import", events.Folder);

        exitCode.ShouldBe(1);
        output.ShouldContain("'arkadi-ghukasyan-foreign-minister' is recorded already and says something else");
        output.ShouldContain("append a correction");
        (await LedgerVerb.RunAsync(database, "import")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_dry_run_prints_which_answers_would_flip_and_imports_nothing()
    {
        var database = await server.CreateLedgerAsync();
        using var events = TemporaryEvents.CopyOfTheRecord();
        events.Write(
            "artsakh",
            "0009-more",
            "offices.yaml",
            """
            sources:
              - { id: gazette, csl: { type: book, title: Gazette }, excerptOnly: true, reason: test }
            facts:
              - { id: yerevan-office-once, type: office-opened, city: strasbourg, date: "1992-05-05/1992-06-05", citations: [{ source: gazette, quote: words }] }
            """
        );

        var (exitCode, output) = await LedgerVerb.RunAsync(database, "import", events.Folder, "--dry-run");

        exitCode.ShouldBe(0, output);
        output.ShouldMatch(@"1992-05-05 +1992-06-05 .* not +certain");
        output.ShouldContain("yerevan-office-once");
        output.ShouldContain("2 facts would be appended. Nothing was imported.");
        output.Split('\n').ShouldAllBe(line => line.Length <= 80);
        (await LedgerVerb.RunAsync(database, "import", events.Folder)).Output.ShouldContain("2 facts appended");
        (await LedgerVerb.RunAsync(database, "import", events.Folder, "--dry-run")).Output.ShouldContain("No answer flips.");
    }

    [Fact]
    public async Task A_dry_run_of_a_batch_that_conflicts_says_so_with_exit_code_1()
    {
        var database = await server.CreateLedgerAsync();
        using var events = TemporaryEvents.CopyOfTheRecord();
        events.Replace(Ministers, "date: \"1993/1997\"", "date: \"1993/1998\"");

        var (exitCode, output) = await LedgerVerb.RunAsync(database, "import", events.Folder, "--dry-run");

        exitCode.ShouldBe(1);
        output.ShouldContain("'arkadi-ghukasyan-foreign-minister' is recorded already and says something else");
    }

    [Fact]
    public async Task A_service_skips_a_batch_that_conflicts_says_so_and_serves()
    {
        var database = await server.CreateLedgerAsync();
        using var events = TemporaryEvents.CopyOfTheRecord();
        events.Replace(Ministers, "date: \"1993/1997\"", "date: \"1993/1998\"");

        var (place, host) = await LedgerFixture.StartAsync(database, events.Folder);
        await using var _ = place;
        await using var __ = host;

        var ready = await (await host.Scenario(scenario => scenario.Get.Url("/health/ready"))).ReadAsTextAsync();
        ready.ShouldContain("\"status\":\"ready\"");
        ready.ShouldContain("arkadi-ghukasyan-foreign-minister");
        await host.Scenario(scenario => scenario.Get.Url("/polities/artsakh/state?on=2006"));
    }

    [Fact]
    public async Task A_service_that_would_have_nothing_to_serve_ends_with_exit_code_1()
    {
        using var events = TemporaryEvents.CopyOfTheRecord();
        events.Replace(Ministers, "date: \"1993/1997\"", "date: \"soon\"");

        var (exitCode, output) = await LedgerProgram.RunAsync(
            await server.CreateDatabaseAsync(),
            "serve",
            "--events",
            events.Folder,
            "--urls",
            "http://127.0.0.1:0"
        );

        exitCode.ShouldBe(1);
        output.ShouldContain("ministers.yaml");
    }

    [Fact]
    public async Task Positions_of_a_batch_follow_the_order_of_its_files_and_name_the_batch()
    {
        var (place, host) = await LedgerFixture.StartAsync(await server.CreateLedgerAsync());
        await using var _ = place;
        await using var __ = host;
        var ledger = host.Services.GetRequiredService<LedgerReader>();
        var head = await ledger.HeadAsync(TestContext.Current.CancellationToken);

        (await ledger.LastOfBatchAsync("artsakh/0004-preferences", TestContext.Current.CancellationToken)).ShouldBe(head);
        var facts = await ledger.FactsOfAsync("artsakh", head.Position, TestContext.Current.CancellationToken);
        facts.Select(fact => fact.Position).ShouldBeInOrder();
        facts[0].Fact.Id.ShouldBe("artsakh-recognised-only-by-three");
    }
}
