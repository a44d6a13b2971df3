using ArtsakhLedger.Checks;
using ArtsakhLedger.Database;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Telemetry;

namespace ArtsakhLedger.Import;

/// <summary>The outcome of an import.</summary>
/// <param name="Appended">How many facts were new.</param>
/// <param name="Unchanged">How many facts were recorded already.</param>
/// <param name="Problems">Why batches were not imported; a batch with a problem is skipped, and so are the later ones of its polity.</param>
public sealed record ImportReport(int Appended, int Unchanged, IReadOnlyList<EntryProblem> Problems);

/// <summary>Imports batches, each completely or not at all. Importing a batch again changes nothing: facts are recognised by id and content.</summary>
public sealed class Importer(LedgerDatabase database, LedgerReader ledger, Appender appending)
{
    /// <summary>The author of everything that is imported from files.</summary>
    public static readonly Author Author = Author.From("events/", null);

    /// <summary>Imports every batch that has no problem, in order.</summary>
    /// <param name="batches">The batches.</param>
    /// <param name="problems">The problems that were found when reading and checking them.</param>
    /// <param name="display">Shows how many entries are done.</param>
    /// <param name="cancellation">Cancels the import between two batches.</param>
    public Task<ImportReport> ImportAsync(
        IReadOnlyList<Batch> batches,
        IReadOnlyList<EntryProblem> problems,
        IProgressDisplay display,
        CancellationToken cancellation
    )
    {
        var total = batches.Sum(batch => batch.Entries.Count);
        return display.RunAsync(
            $"Importing {total} entries of {batches.Count} batch{(batches.Count == 1 ? "" : "es")}",
            total,
            progress => ImportAsync(batches, problems, progress, cancellation)
        );
    }

    private async Task<ImportReport> ImportAsync(
        IReadOnlyList<Batch> batches,
        IReadOnlyList<EntryProblem> problems,
        IProgress<long> progress,
        CancellationToken cancellation
    )
    {
        var (appended, unchanged, done) = (0, 0, 0);
        var found = problems.ToList();
        var stopped = new HashSet<string>();
        foreach (var batch in batches)
        {
            if (found.Exists(problem => problem.File.StartsWith(FolderOf(batch), StringComparison.Ordinal)))
            {
                stopped.Add(batch.Polity);
            }

            if (!stopped.Contains(batch.Polity))
            {
                var (recorded, conflicts) = await ImportAsync(batch, cancellation);
                if (conflicts.Count > 0)
                {
                    found.AddRange(conflicts);
                    stopped.Add(batch.Polity);
                }
                else
                {
                    appended += recorded;
                    unchanged += batch.Entries.Count - recorded;
                }
            }

            done += batch.Entries.Count;
            progress.Report(done);
        }

        return new(appended, unchanged, found);
    }

    /// <summary>What an import of batches without problems would append at the head, as one proposal. A batch with a conflict is skipped, and so are the
    /// later ones of its polity.</summary>
    public async Task<(Proposal Proposal, IReadOnlyList<EntryProblem> Problems)> ProposeAsync(
        IReadOnlyList<Batch> batches,
        CancellationToken cancellation
    )
    {
        var head = await ledger.HeadAsync(cancellation);
        var facts = new List<Fact>();
        var found = new List<EntryProblem>();
        var stopped = new HashSet<string>();
        foreach (var batch in batches)
        {
            var (added, conflicts) = await DecideAsync(batch, head.Position, cancellation);
            if (conflicts.Count > 0 && stopped.Add(batch.Polity))
            {
                found.AddRange(conflicts);
            }

            if (!stopped.Contains(batch.Polity))
            {
                facts.AddRange(added);
            }
        }

        return (new(facts, Author, head.Position), found);
    }

    private static string FolderOf(Batch batch) => batch.Name.Replace('/', Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;

    private async Task<(int Appended, IReadOnlyList<EntryProblem> Conflicts)> ImportAsync(Batch batch, CancellationToken cancellation)
    {
        IReadOnlyList<EntryProblem> conflicts = [];
        var appended = await appending.DecideAndAppendAsync(
            async _ =>
            {
                var head = await ledger.HeadAsync(cancellation);
                (var facts, conflicts) = await DecideAsync(batch, head.Position, cancellation);
                return conflicts.Count > 0 ? null : new(facts, Author, head.Position) { Batch = batch.Name };
            },
            cancellation
        );
        return (appended?.Facts.Count ?? 0, conflicts);
    }

    /// <summary>The entries of a batch that are not recorded yet, and those that differ from what is recorded under their ids.</summary>
    private async Task<(IReadOnlyList<Fact> New, IReadOnlyList<EntryProblem> Conflicts)> DecideAsync(
        Batch batch,
        long head,
        CancellationToken cancellation
    )
    {
        var recorded = await RecordedContent.ReadAsync(database, batch.Entries.Select(entry => entry.Fact.Id), head, cancellation);
        IReadOnlyList<Fact> added = [.. batch.Entries.Select(entry => entry.Fact).Where(fact => !recorded.ContainsKey(fact.Id))];
        var repeated = (await ledger.RepetitionsAsync(new(added, Author, head), cancellation)).ToLookup(one => one.Fact);
        return (
            added,
            [
                .. from entry in batch.Entries
                from one in repeated[entry.Fact.Id].Take(1)
                select entry.Origin.Problem(Likeness.Problem(one.Fact, one.Recorded)),
                .. from entry in batch.Entries
                where recorded.TryGetValue(entry.Fact.Id, out var known) && !known.Matches(entry.Fact)
                select entry.Origin.Problem(RecordedContent.ConflictOf(entry.Fact.Id)),
            ]
        );
    }
}
