using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Episodes;

/// <summary>The facts that editors set aside, by thing. A preference that names claims refers to them as they were known when it was recorded, so it applies to
/// the facts of which those claims were made, whatever the claims' ids are now.</summary>
public sealed class Settlements
{
    private readonly ILookup<string, SetAside> setAside;

    private Settlements(IEnumerable<(string Thing, SetAside Aside)> found) => setAside = found.ToLookup(one => one.Thing, one => one.Aside);

    /// <param name="known">The facts of a polity as known.</param>
    /// <param name="things">What they are about.</param>
    /// <param name="thingsBefore">Returns what was told of the polity's things, as known just before a position.</param>
    public static Settlements Of(
        FactsAsKnown known,
        IReadOnlyList<ThingFacts> things,
        Func<long, IReadOnlyList<ThingFacts>> thingsBefore
    ) =>
        new(
            PreferencesOf(known)
                .SelectMany(one =>
                    one.Preference.Prefer is null
                        ? ByClaims(one.Preference, things, thingsBefore(one.MadeAt))
                        : ByFacts(one.Preference, things)
                )
        );

    /// <summary>What is set aside of a thing: facts, and the bounds that they lose.</summary>
    public IReadOnlyList<SetAside> In(string thing) => [.. setAside[thing]];

    private static IEnumerable<(ClaimPreferred Preference, long MadeAt)> PreferencesOf(FactsAsKnown known) =>
        from fact in known.All
        where fact is { InForce: true, Content: ClaimPreferred }
        select ((ClaimPreferred)fact.Content, fact.Version.Position);

    private static IEnumerable<(string Thing, SetAside Aside)> ByFacts(ClaimPreferred preference, IReadOnlyList<ThingFacts> things) =>
        from thing in things
        where preference.Prefer!.Any(thing.IsToldBy)
        from rival in preference.Over
        where thing.IsToldBy(rival)
        select (thing.Id, new SetAside(rival, preference.Bounds.Contains(ClaimBound.Start), preference.Bounds.Contains(ClaimBound.End)));

    private static IEnumerable<(string Thing, SetAside Aside)> ByClaims(
        ClaimPreferred preference,
        IReadOnlyList<ThingFacts> things,
        IReadOnlyList<ThingFacts> before
    )
    {
        if (before.FirstOrDefault(thing => thing.Id == EpisodeId.ThingOf(preference.Episode!)) is not { } then)
        {
            return [];
        }

        var claims = NamedClaims.Of(preference.Episode!, then);
        return from thing in things
            where IsSame(thing, then)
            from rival in preference.Over
            from aside in SetAsideBy(preference, claims, rival)
            select (thing.Id, aside);
    }

    private static bool IsSame(ThingFacts now, ThingFacts then) =>
        now.Kind == then.Kind && (now.Id == then.Id || now.Entries.Any(entry => then.IsToldBy(entry.Fact.Id)));

    private static IEnumerable<SetAside> SetAsideBy(ClaimPreferred preference, IReadOnlyList<EpisodeClaim> claims, string rival)
    {
        if (claims.FirstOrDefault(claim => claim.Id == rival) is not { } claimed)
        {
            return [new(rival, Start: true, End: true)];
        }

        // A fact that tells what is preferred too is not set aside.
        var preferred = claims.FirstOrDefault(claim => claim.Id == preference.Claim);
        var starts = preference.Bounds.Contains(ClaimBound.Start) ? claimed.StartFacts.Except(preferred?.StartFacts ?? []) : [];
        var ends = preference.Bounds.Contains(ClaimBound.End) ? claimed.EndFacts.Except(preferred?.EndFacts ?? []) : [];
        return starts
            .Select(fact => new SetAside(fact, Start: true, End: false))
            .Concat(ends.Select(fact => new SetAside(fact, Start: false, End: true)));
    }
}
