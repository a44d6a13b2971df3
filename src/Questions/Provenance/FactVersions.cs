using ArtsakhLedger.Asking;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Provenance;

/// <summary>One state of a fact, from the entry that brought it about on.</summary>
/// <param name="By">The entry: the fact itself, a change of it, or a change of such a change.</param>
/// <param name="Content">What the fact said from then on.</param>
/// <param name="InForce">False where it was taken out.</param>
public sealed record FactVersion(RecordedFact By, Fact Content, bool InForce)
{
    /// <summary>The author's reason; null where the record has no reason, as for a fact that was recorded with its sources.</summary>
    public string? Reason =>
        By.Fact switch
        {
            ChangeOfFact change => change.Reason,
            Entities.EntityDescribed entity => entity.Reason,
            Sources.SourceArchived source => source.Reason,
            Sources.SnapshotArchived snapshot => snapshot.Reason,
            Preferences.ClaimPreferred preference => preference.Reason,
            _ => null,
        };
}

/// <summary>The versions of one fact.</summary>
public static class FactVersions
{
    /// <summary>Every entry that changed what the fact says or whether it counts, as known when it was recorded, oldest first. A change that
    /// was itself taken out later stays a version of its time, and what took it out is the next.</summary>
    /// <param name="id">The fact.</param>
    /// <param name="facts">The fact with everything that is said about it.</param>
    public static IReadOnlyList<FactVersion> Of(string id, FactsAsKnown facts)
    {
        var entries = facts.All.Select(known => known.Recorded).OrderBy(entry => entry.Position).ToList();
        var versions = new List<FactVersion>();
        for (var i = 0; i < entries.Count; i++)
        {
            if (new FactsAsKnown([.. entries.Take(i + 1)]).Find(id) is not { } known)
            {
                continue;
            }

            if (versions.Count == 0 || !ReferenceEquals(known.Content, versions[^1].Content) || known.InForce != versions[^1].InForce)
            {
                versions.Add(new(entries[i], known.Content, known.InForce));
            }
        }

        return versions;
    }

    /// <summary>A fact with everything that is said about it.</summary>
    /// <exception cref="QuestionProblem">404 for a fact that was not known then.</exception>
    public static async Task<FactsAsKnown> FindAsync(ILedger ledger, string id, KnownAt known, CancellationToken cancellation) =>
        await ledger.FactAsync(id, known.Position, cancellation)
        ?? throw QuestionProblem.NotFound("fact", $"The ledger has no fact '{id}'{(known.Pinned ? " at that position" : "")}.");
}
