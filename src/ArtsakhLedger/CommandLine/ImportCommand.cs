using ArtsakhLedger.Checks;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Database;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Recording;
using ArtsakhLedger.Serving;
using ArtsakhLedger.Sources;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Unicode;
using JasperFx.CommandLine;
using Marten;

namespace ArtsakhLedger.CommandLine;

public class EventsInput
{
    [Description("The folder of batches; by default the project's own events/")]
    public string? Folder { get; set; }

    [Description("Check every quote against the text of its source in this file; import keeps the text to check later quotes against")]
    public string? SnapshotFlag { get; set; }

    /// <summary>Reads the batches.</summary>
    /// <param name="described">The ids of entries that are recorded already and belong to no polity.</param>
    internal (IReadOnlyList<Batch> Batches, IReadOnlyList<EntryProblem> Problems) Read(IEnumerable<string> described) =>
        EventsFolderPath.Find(Folder) is { } folder
            ? EventsFolder.Read(folder, described)
            : ([], [new("events", 1, "there is no such folder here; name the folder of batches")]);

    /// <summary>Checks the batches, and returns all problems.</summary>
    /// <param name="batches">The batches.</param>
    /// <param name="recorded">What is recorded already and the batches may refer to, in the order of record.</param>
    internal (IReadOnlyList<EntryProblem> Problems, BatchCheck Check) Check(
        IReadOnlyList<Batch> batches,
        IReadOnlyList<RecordedFact> recorded
    )
    {
        var problems = new List<EntryProblem>();
        var snapshots = new List<SnapshotText>();
        if (SnapshotFlag is { } file)
        {
            if (SnapshotText.Read(file, out var problem) is { } text)
            {
                snapshots.Add(text);
            }
            else
            {
                problems.Add(new(file, 1, problem!));
            }
        }

        var check = new BatchCheck(snapshots, recorded);
        problems.AddRange(check.ProblemsOf(batches));
        problems.AddRange(
            snapshots
                .Where(text => !SourcesOf(batches, text).Any())
                .Select(text => new EntryProblem(
                    SnapshotFlag!,
                    1,
                    $"no source has a snapshot with the SHA-256 {text.Sha256}: this is another text, or another version of it"
                ))
        );
        return (problems, check);
    }

    /// <summary>The ids of the sources that a text is a snapshot of.</summary>
    internal static IEnumerable<string> SourcesOf(IReadOnlyList<Batch> batches, SnapshotText text) =>
        from entry in batches.SelectMany(batch => batch.Entries)
        let source = entry.Fact as SourceArchived
        where source is not null && source.Snapshots.Any(snapshot => snapshot.Sha256 == text.Sha256)
        select source.Source;
}

/// <summary>Lints a folder of batches without a database.</summary>
[Description("Check a folder of batches without a database: every problem with file and line", Name = "check")]
public sealed class CheckCommand : LedgerCommand<EventsInput>
{
    public CheckCommand(CommandContext context)
        : base(context)
    {
        Usage("Check the project's own events/").NoArguments();
        Usage("Check another folder").Arguments(input => input.Folder!);
    }

    protected override async Task<bool> RunAsync(EventsInput input, CancellationToken cancellation)
    {
        var (batches, unreadable) = await RunAsync(() => input.Read([]), cancellation);
        var (found, check) = await RunAsync(() => input.Check(batches, []), cancellation);
        IReadOnlyList<EntryProblem> problems = [.. unreadable, .. found];
        if (problems.Count > 0)
        {
            problems.PrintTo(Error);
            return false;
        }

        var warnings = BatchCheck.WarningsOf(batches);
        foreach (var warning in warnings)
        {
            Output.WriteLine($"warning: {warning}");
        }

        foreach (var read in PeriodsAsRead.In(batches))
        {
            Output.WriteLine(TerminalText.Of(read));
        }

        var ofWarnings = warnings.Count == 0 ? "" : $", {warnings.Count} warning{(warnings.Count == 1 ? "" : "s")}";
        var notChecked = check.QuotesNotChecked == 0 ? "" : $", {check.QuotesNotChecked} not checked: no snapshot";
        var ofExcerpts = check.QuotesOfExcerpts == 0 ? "" : $", {check.QuotesOfExcerpts} of excerpts";
        Output.WriteLine(
            $"{batches.Sum(batch => batch.Entries.Count)} entries in {batches.Count} batch{(batches.Count == 1 ? "" : "es")}, no problems{ofWarnings}. Quotes: {check.QuotesChecked} exact{ofExcerpts}{notChecked}."
        );
        return true;
    }
}

public sealed class ImportInput : EventsInput
{
    [Description("Show which answers would flip, on which days and because of which fact, and import nothing")]
    public bool DryRunFlag { get; set; }
}

/// <summary>Imports a folder of batches: all of them if there are no problems, otherwise none.</summary>
[Description("Import a folder of batches; importing the same again changes nothing", Name = "import")]
public sealed class ImportCommand : LedgerCommand<ImportInput>
{
    public ImportCommand(CommandContext context)
        : base(context)
    {
        Usage("Import the project's own events/").NoArguments();
        Usage("Import another folder").Arguments(input => input.Folder!);
    }

    protected override async Task<bool> RunAsync(ImportInput input, CancellationToken cancellation)
    {
        await using var place = await FindLedgerAsync(cancellation);
        await Migration.ApplyAsync(place.Database, cancellation);
        var ledger = new LedgerReader(place.Database);
        var head = await ledger.HeadAsync(cancellation);
        var descriptions = await ledger.DescriptionsAsync(head.Position, cancellation);
        var (batches, unreadable) = await RunAsync(() => input.Read(descriptions.Select(entry => entry.Fact.Id)), cancellation);
        var recorded = await RecordedForAsync(batches, descriptions, ledger, head.Position, cancellation);
        var (found, _) = await RunAsync(() => input.Check(batches, recorded), cancellation);
        IReadOnlyList<EntryProblem> problems = [.. unreadable, .. found];
        if (problems.Count > 0)
        {
            problems.PrintTo(Error);
            Error.WriteLine("Nothing was imported.");
            return false;
        }

        await using var store = DocumentStore.For(options => EventStore.Configure(options, place.Database.Service));
        var appending = new Appender(place.Database, store, TimeProvider.System);
        var importing = new Importer(place.Database, ledger, appending);
        if (input.DryRunFlag)
        {
            return await TryAsync(batches, importing, ledger, cancellation);
        }

        var report = await importing.ImportAsync(batches, [], new ProgressBars(Console), cancellation);
        report.Problems.PrintTo(Error);
        Output.WriteLine($"{report.Appended} fact{(report.Appended == 1 ? "" : "s")} appended, {report.Unchanged} were recorded already.");
        return report.Problems.Count == 0
            && (input.SnapshotFlag is not { } file || await ArchiveAsync(file, batches, place.Database, ledger, appending, cancellation));
    }

    /// <summary>What is recorded that batches refer to: entities and sources, facts that they are about, and disputes that they settle.</summary>
    private static async Task<IReadOnlyList<RecordedFact>> RecordedForAsync(
        IReadOnlyList<Batch> batches,
        IReadOnlyList<RecordedFact> descriptions,
        LedgerReader ledger,
        long through,
        CancellationToken cancellation
    )
    {
        var facts = batches.SelectMany(batch => batch.Entries).Select(entry => entry.Fact).ToList();
        var contents = facts.Concat(facts.OfType<FactCorrected>().Select(correction => correction.Content)).ToList();
        var recorded = new List<RecordedFact>(descriptions);
        var targets = contents.OfType<AboutFact>().Select(fact => fact.Target).Distinct().ToList();
        if (targets.Count > 0)
        {
            recorded.AddRange(await ledger.EntriesAboutAsync(targets, through, cancellation));
        }

        foreach (var polity in contents.Where(ConcernedThings.Concerns).Select(fact => fact.Polity).OfType<string>().Distinct())
        {
            recorded.AddRange(await ledger.FactsOfAsync(polity, through, cancellation));
        }

        return [.. recorded.DistinctBy(entry => entry.Position).OrderBy(entry => entry.Position)];
    }

    /// <summary>Shows what the import would change.</summary>
    private async Task<bool> TryAsync(IReadOnlyList<Batch> batches, Importer importing, LedgerReader ledger, CancellationToken cancellation)
    {
        using var polities = new PolityReader(ledger);
        var (proposal, problems) = await importing.ProposeAsync(batches, cancellation);
        problems.PrintTo(Error);
        var found = await new DryRun(ledger, polities, TimeProvider.System).OfAsync(proposal, cancellation);
        FlipTable.Print(found.Flips, Console);
        Output.WriteLine(
            $"{found.WouldRecord.Count} fact{(found.WouldRecord.Count == 1 ? "" : "s")} would be appended. Nothing was imported."
        );
        return problems.Count == 0;
    }

    private async Task<bool> ArchiveAsync(
        string file,
        IReadOnlyList<Batch> batches,
        LedgerDatabase database,
        LedgerReader ledger,
        Appender appending,
        CancellationToken cancellation
    )
    {
        using var entities = new EntityReader(ledger);
        using var polities = new PolityReader(ledger);
        using var sources = new SourceReader(ledger, entities, polities);
        using var texts = new SnapshotStore(database);
        var archive = new SnapshotArchiver(ledger, sources, texts, appending);
        var bytes = await File.ReadAllBytesAsync(file, cancellation);
        var text = SnapshotText.Of(bytes);
        var allExact = true;
        foreach (var source in EventsInput.SourcesOf(batches, text))
        {
            var archived = await archive.ArchiveAsync(source, text, bytes, reason: null, Importer.Author, cancellation);
            Output.WriteLine($"The text of {source} is stored; {archived.Quotes.Exact} quotes in the ledger match it exactly.");
            foreach (var mismatch in archived.Quotes.Mismatches)
            {
                allExact = false;
                await Error.WriteLineAsync(TerminalText.Of($"{mismatch.Fact}: \"{mismatch.Quote}\": {mismatch.Detail}"));
            }
        }

        return allExact;
    }
}

/// <summary>Prints problems one per line, as compilers do, and their number.</summary>
internal static class ProblemList
{
    public static void PrintTo(this IReadOnlyCollection<EntryProblem> problems, TextWriter output)
    {
        foreach (var problem in problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line))
        {
            output.WriteLine(TerminalText.Of(problem.ToString()));
        }

        if (problems.Count > 0)
        {
            output.WriteLine(problems.Count == 1 ? "1 problem." : $"{problems.Count} problems.");
        }
    }
}
