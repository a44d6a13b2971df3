using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Preferences;

namespace ArtsakhLedger.Import;

/// <summary>Checks that a preference names what is there: a claim and rivals of one episode, as the batches up to the preference make them.</summary>
internal static class PreferenceCheck
{
    public static IEnumerable<EntryProblem> ProblemsOf(IReadOnlyList<BatchEntry> entries)
    {
        var recorded = entries.Select((entry, i) => new RecordedFact(i + 1, default, Importing.Author, null, entry.Fact)).ToList();
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Fact is not ClaimPreferred preference)
            {
                continue;
            }

            var before = recorded.Take(i).ToLookup(entry => entry.Fact.Polity is null);
            var episode = Episode.Fold(
                new FactsAsKnown([.. before[false].Where(entry => entry.Fact.Polity == preference.Polity)]), new EntityRegister([.. before[true]]))
                .FirstOrDefault(episode => episode.Id == preference.Episode);
            string[] claims = [.. episode?.Claims.Select(claim => claim.Id) ?? []];
            string[] others = [.. episode?.Attestations.Select(attestation => attestation.Fact) ?? [], .. episode?.Denials.Select(denial => denial.Fact) ?? []];
            if (!claims.Contains(preference.Claim))
            {
                yield return Problem(entries[i], "/claim", preference.Claim, claims);
            }

            foreach (var rival in preference.Over.Where(rival => !claims.Contains(rival) && !others.Contains(rival)))
            {
                yield return Problem(entries[i], "/over", rival, [.. claims, .. others]);
            }
        }
    }

    private static EntryProblem Problem(BatchEntry entry, string pointer, string named, string[] known) =>
        new(entry.Origin.File, entry.Origin.LineOf(pointer), known.Length == 0
            ? $"there is no episode of '{named}' at this point of the record"
            : $"'{named}' is nothing that the episode rests on at this point of the record; it has {string.Join(", ", known)}");
}
