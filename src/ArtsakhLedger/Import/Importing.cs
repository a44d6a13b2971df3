using ArtsakhLedger.Access;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Import;

/// <summary>What an import did.</summary>
/// <param name="Appended">How many facts were new.</param>
/// <param name="Unchanged">How many were recorded already.</param>
/// <param name="Problems">What kept batches out; a batch with a problem changes nothing, nor do the later ones of its polity.</param>
public sealed record ImportReport(int Appended, int Unchanged, IReadOnlyList<EntryProblem> Problems);

/// <summary>Imports batches, each all or nothing. Importing the same batch twice changes nothing: facts are known by their id and content.</summary>
public sealed class Importing(LedgerDatabase database, LedgerReader ledger, Appending appending)
{
    /// <summary>The author of everything that is imported from files.</summary>
    public static readonly Author Author = Author.From("events/", null);

    /// <summary>Imports every batch that has no problem, in order.</summary>
    /// <param name="batches">The batches.</param>
    /// <param name="problems">What reading and checking found.</param>
    /// <param name="progress">Is told how many entries are done.</param>
    /// <param name="cancellation">Gives up; the batch under way changes nothing.</param>
    public async Task<ImportReport> ImportAsync(
        IReadOnlyList<Batch> batches, IReadOnlyList<EntryProblem> problems, IProgress<int>? progress, CancellationToken cancellation)
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
            progress?.Report(done);
        }

        return new(appended, unchanged, found);
    }

    private static string FolderOf(Batch batch) => batch.Name.Replace('/', Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;

    private async Task<(int Appended, IReadOnlyList<EntryProblem> Conflicts)> ImportAsync(Batch batch, CancellationToken cancellation)
    {
        while (true)
        {
            var head = await ledger.HeadAsync(cancellation);
            var recorded = await RecordedContent.OfAsync(database, batch.Entries.Select(entry => entry.Fact.Id), head.Position, cancellation);
            var conflicts = batch.Entries.Where(entry => recorded.TryGetValue(entry.Fact.Id, out var known) && !known.Is(entry.Fact)).ToList();
            if (conflicts.Count > 0)
            {
                return (0, [.. conflicts.Select(entry => entry.Origin.Problem(RecordedContent.Differs(entry.Fact.Id)))]);
            }

            try
            {
                var facts = batch.Entries.Select(entry => entry.Fact).Where(fact => !recorded.ContainsKey(fact.Id)).ToList();
                var appended = await appending.AppendAsync(new(facts, Author, head.Position) { Batch = batch.Name }, cancellation);
                return (appended.Facts.Count, []);
            }
            catch (StaleProposalException)
            {
                // Somebody else recorded one of these facts meanwhile: look again.
            }
        }
    }
}
