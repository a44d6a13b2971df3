using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Changes;

/// <summary>Finds the facts behind a difference between two positions: the entries in between about the episode; if there are none,
/// those about the polity's life and posts, which limit other episodes; otherwise all entries in between.</summary>
internal sealed class FactsBehindDifference
{
    private readonly PolityAsKnown after;
    private readonly List<RecordedFact> between;
    private readonly ILookup<string, RecordedFact> byThing;
    private readonly ILookup<string, RecordedFact> byName;

    /// <param name="after">The polity as known after.</param>
    /// <param name="from">The position after which facts count.</param>
    public FactsBehindDifference(PolityAsKnown after, long from)
    {
        this.after = after;
        between =
        [
            .. after
                .Facts.All.Concat(after.Entities.Descriptions.All)
                .Select(fact => fact.Recorded)
                .Where(recorded => recorded.Position > from)
                .OrderBy(recorded => recorded.Position),
        ];
        byThing = Pairs(recorded => ThingsOf(recorded.Fact))
            .Concat(PreferencesIn(after, from))
            .ToLookup(pair => pair.Key, pair => pair.Recorded);
        byName = Pairs(recorded => NamesIn(recorded.Fact)).ToLookup(pair => pair.Key, pair => pair.Recorded);
    }

    /// <summary>The facts behind a difference of an episode's answer, in the order of positions; never empty.</summary>
    public IReadOnlyList<RecordedFact> Facts(string episode)
    {
        var own = byThing[EpisodeId.ThingOf(episode)]
            .Concat(episode.Split('/').Skip(2).SelectMany(Pair.PartsOf).SelectMany(name => byName[name]))
            .DistinctBy(recorded => recorded.Position)
            .OrderBy(recorded => recorded.Position)
            .ToList();
        if (own.Count > 0)
        {
            return own;
        }

        var limiting = between.Where(recorded => AffectsLifeOrPost(recorded.Fact)).ToList();
        return limiting.Count > 0 ? limiting
            : between.Count > 0 ? between
            : [after.LastTouched];
    }

    private IEnumerable<(string Key, RecordedFact Recorded)> Pairs(Func<RecordedFact, IEnumerable<string>> keysOf) =>
        between.SelectMany(recorded => keysOf(recorded).Distinct().Select(key => (key, recorded)));

    /// <summary>A preference applies to the facts of its claims, whatever episode they belong to later.</summary>
    private static IEnumerable<(string Key, RecordedFact Recorded)> PreferencesIn(PolityAsKnown after, long position) =>
        from episode in after.Episodes.Concat(after.Lives)
        from recorded in episode.Facts
        where recorded.Fact is ClaimPreferred && recorded.Position > position
        select (episode.Thing, recorded);

    private IEnumerable<string> ThingsOf(Fact fact) =>
        fact switch
        {
            AboutFact about => VersionsOf(about).SelectMany(ThingsOf),
            ClaimPreferred preference => after.ThingsOf(preference),
            EntitiesIdentified or EntityDescribed => [],
            _ => fact.EpisodeLinks().SelectMany(link => new[] { link.Thing, after.Entities.Identify(link).Link.Thing }),
        };

    private IEnumerable<string> NamesIn(Fact fact) =>
        fact switch
        {
            AboutFact about => VersionsOf(about).SelectMany(NamesIn),
            EntitiesIdentified identity => [identity.Entity, identity.SameAs],
            EntityDescribed described => [described.Entity],
            _ => [],
        };

    private bool AffectsLifeOrPost(Fact fact) =>
        fact switch
        {
            AboutFact about => VersionsOf(about).Any(AffectsLifeOrPost),
            ClaimPreferred preference => after
                .ThingsOf(preference)
                .SelectMany(after.PeriodsOf)
                .Any(period => period.Nature is Nature.Life or Nature.Post or Nature.Institution),
            _ => fact.EpisodeLinks().Any(link => link.Nature is Nature.Life or Nature.Post or Nature.Institution),
        };

    /// <summary>The earlier contents of the entry that another one is about, and the content that a correction gives it.</summary>
    private IEnumerable<Fact> VersionsOf(AboutFact about)
    {
        var target = after.Facts.Find(about.Target) ?? after.Entities.Descriptions.Find(about.Target);
        return target is null
            ? []
            : target.Changes.Select(change => (change.Fact as FactCorrected)?.Content).Prepend(target.Recorded.Fact).OfType<Fact>();
    }
}
