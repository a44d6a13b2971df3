using ArtsakhLedger.Asking;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Provenance;

/// <summary>A version of a fact, which begins with an entry.</summary>
/// <param name="By">The entry that made it: the fact itself, a change of it, or a change of such a change.</param>
/// <param name="Content">The content of the fact from then on.</param>
/// <param name="InForce">False if the fact was retracted.</param>
public sealed record FactVersion(RecordedFact By, Fact Content, bool InForce)
{
    /// <summary>The author's reason; null if a fact was recorded with its sources.</summary>
    public string? Reason => (By.Fact as IReasoned)?.Reason;
}

/// <summary>The versions of one fact.</summary>
public static class FactVersions
{
    /// <summary>Every entry that changed the content of the fact or whether it counts, as known when it was recorded, oldest first. A
    /// change that was itself retracted later remains a version, and its retraction is the next.</summary>
    /// <param name="id">The fact.</param>
    /// <param name="facts">The fact with all entries about it.</param>
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

    /// <summary>Finds a fact with all entries about it.</summary>
    /// <exception cref="QuestionProblem">404 for a fact that was not known then.</exception>
    public static async Task<FactsAsKnown> FindAsync(ILedger ledger, string id, KnownAt known, CancellationToken cancellation) =>
        await ledger.FactAsync(id, known.Position, cancellation)
        ?? throw QuestionProblem.NotFound("fact", $"The ledger has no fact '{id}'{(known.Pinned ? " at that position" : "")}.");
}
