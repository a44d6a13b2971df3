using ArtsakhLedger.Corrections;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Preferences;

/// <summary>What editors set aside, by episode. A preference refers to claims as they were known when it was recorded, so it applies to the
/// facts of which those claims were made, whatever the claims' ids are now.</summary>
public sealed class Settlements
{
    private readonly ILookup<string, SetAside> setAside;

    /// <param name="known">The facts of a polity as known.</param>
    /// <param name="episodes">The polity's episodes as known.</param>
    /// <param name="episodesAt">Returns its episodes as known at an earlier position.</param>
    public Settlements(FactsAsKnown known, IReadOnlyList<Episode> episodes, Func<long, IReadOnlyList<Episode>> episodesAt)
    {
        var found = new List<(string Episode, SetAside Aside)>();
        foreach (var (preference, madeAt) in PreferencesOf(known))
        {
            var then = episodesAt(madeAt).FirstOrDefault(episode => episode.Id == preference.Episode);
            foreach (var now in episodes.Where(episode => then is not null && IsSame(episode, then)))
            {
                found.AddRange(
                    preference.Over.SelectMany(rival => SetAsideIn(now, then!, rival, preference.Bounds)).Select(aside => (now.Id, aside))
                );
            }
        }

        setAside = found.ToLookup(aside => aside.Episode, aside => aside.Aside);
    }

    /// <summary>What is set aside in an episode.</summary>
    public IReadOnlyList<SetAside> In(string episode) => [.. setAside[episode]];

    private static IEnumerable<(ClaimPreferred Preference, long MadeAt)> PreferencesOf(FactsAsKnown known) =>
        from fact in known.All
        where fact is { InForce: true, Content: ClaimPreferred }
        select ((ClaimPreferred)fact.Content, fact.Version.Position);

    private static bool IsSame(Episode now, Episode then) =>
        now.Kind == then.Kind && (now.Id == then.Id || now.Facts.Any(fact => then.Facts.Any(earlier => earlier.Fact.Id == fact.Fact.Id)));

    private static IEnumerable<SetAside> SetAsideIn(Episode now, Episode then, string rival, IReadOnlyList<ClaimBound> bounds)
    {
        if (then.Claims.FirstOrDefault(claim => claim.Id == rival) is not { } claimed)
        {
            return [new(rival, Start: true, End: true)];
        }

        return from claim in now.Claims
            where claim.Source == claimed.Source
            let start = bounds.Contains(ClaimBound.Start) && claim.StartFacts.Intersect(claimed.StartFacts).Any()
            let end = bounds.Contains(ClaimBound.End) && claim.EndFacts.Intersect(claimed.EndFacts).Any()
            where start || end
            select new SetAside(claim.Id, start, end);
    }
}
