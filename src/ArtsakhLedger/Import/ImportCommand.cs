using ArtsakhLedger.CommandLine;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Serving;
using ArtsakhLedger.Sources;
using JasperFx.CommandLine;
using Marten;

namespace ArtsakhLedger.Import;

public class EventsInput
{
    [Description("The folder of batches; by default the project's own events/")]
    public string? Folder { get; set; }

    [Description("Check every quote against the text of its source in this file")]
    public string? SnapshotFlag { get; set; }

    /// <summary>Reads and checks; problems are all that was found.</summary>
    internal (IReadOnlyList<Batch> Batches, IReadOnlyList<EntryProblem> Problems, BatchCheck Check) ReadAndCheck()
    {
        var folder = EventsFolderPath.Find(Folder);
        if (folder is null)
        {
            return ([], [new("events", 1, "there is no such folder here; name the folder of batches")], new BatchCheck([]));
        }

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

        var (batches, unreadable) = EventsFolder.Read(folder);
        var check = new BatchCheck(snapshots);
        problems.AddRange(unreadable);
        problems.AddRange(check.ProblemsOf(batches));
        return (batches, problems, check);
    }
}

/// <summary>Lints a folder of batches without a database.</summary>
[Description("Check a folder of batches without a database: every problem with file and line", Name = "check")]
public sealed class CheckCommand : JasperFxCommand<EventsInput>
{
    public CheckCommand()
    {
        Usage("Check the project's own events/").NoArguments();
        Usage("Check another folder").Arguments(input => input.Folder!);
    }

    public override bool Execute(EventsInput input)
    {
        var (batches, problems, check) = input.ReadAndCheck();
        if (problems.Count > 0)
        {
            problems.Print();
            return false;
        }

        var notChecked = check.QuotesNotChecked == 0 ? "" : $", {check.QuotesNotChecked} not checked: no snapshot";
        var ofExcerpts = check.QuotesOfExcerpts == 0 ? "" : $", {check.QuotesOfExcerpts} of excerpts";
        Console.WriteLine($"{batches.Sum(batch => batch.Entries.Count)} entries in {batches.Count} batch{(batches.Count == 1 ? "" : "es")}, no problems. Quotes: {check.QuotesChecked} exact{ofExcerpts}{notChecked}.");
        return true;
    }
}

/// <summary>Imports a folder of batches: all of them when none has a problem, otherwise nothing.</summary>
[Description("Import a folder of batches; importing the same again changes nothing", Name = "import")]
public sealed class ImportCommand : LedgerCommand<EventsInput>
{
    public ImportCommand()
    {
        Usage("Import the project's own events/").NoArguments();
        Usage("Import another folder").Arguments(input => input.Folder!);
    }

    protected override async Task<bool> RunAsync(EventsInput input)
    {
        var (batches, problems, _) = input.ReadAndCheck();
        if (problems.Count > 0)
        {
            problems.Print();
            Console.Error.WriteLine("Nothing was imported.");
            return false;
        }

        await using var place = await LedgerPlace.FindAsync(null, CancellationToken.None);
        await Migration.ApplyAsync(place.Database, CancellationToken.None);
        await using var store = DocumentStore.For(options => EventStore.Configure(options, place.Database.Service));
        var importing = new Importing(place.Database, new LedgerReader(place.Database), new Appending(place.Database, store, TimeProvider.System));
        var report = await ImportProgress.ShowAsync(batches, progress => importing.ImportAsync(batches, [], progress, CancellationToken.None));
        report.Problems.Print();
        Console.WriteLine($"{report.Appended} facts appended, {report.Unchanged} were recorded already.");
        return report.Problems.Count == 0;
    }
}

/// <summary>Prints problems one a line, as compilers do, and how many there are.</summary>
internal static class ProblemList
{
    public static void Print(this IReadOnlyCollection<EntryProblem> problems)
    {
        foreach (var problem in problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line))
        {
            Console.Error.WriteLine(problem);
        }

        if (problems.Count > 0)
        {
            Console.Error.WriteLine(problems.Count == 1 ? "1 problem." : $"{problems.Count} problems.");
        }
    }
}
