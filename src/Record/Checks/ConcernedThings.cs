using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Preferences;

namespace ArtsakhLedger.Checks;

/// <summary>Finds the things whose periods the check of a fact asks for: those of which a preference settles a dispute, and that of a fact which says of
/// which period it tells.</summary>
/// <param name="Told">What is told of each.</param>
/// <param name="All">What is told of them and of the polity's lives, which bear on the periods of what it carries.</param>
/// <param name="Entities">The entities as known.</param>
public sealed record ConcernedThings(IReadOnlyList<ThingFacts> Told, FactsAsKnown All, EntityRegister Entities)
{
    /// <summary>Nothing is asked.</summary>
    public static ConcernedThings None { get; } = new([], new([]), new(Array.Empty<RecordedFact>()));

    /// <summary>The periods of the things.</summary>
    public IEnumerable<Episode> Periods() => Episode.Fold(All, Entities).Where(episode => Told.Any(thing => thing.Id == episode.Thing));

    /// <summary>The ids of the things, as the facts name them.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="find">Finds an earlier entry by its id.</param>
    public static IReadOnlyList<string> Of(Fact fact, Func<string, Fact?> find) =>
        ((fact as FactCorrected)?.Content ?? fact) switch
        {
            ClaimPreferred { Episode: { } episode } => [EpisodeId.ThingOf(episode)],
            ClaimPreferred preference => [.. preference.Preferred.SelectMany(id => ThingsOf(id, find)).Distinct()],
            { Polity: not null } said => [.. said.EpisodeLinks().Where(link => link.Term > 1).Select(link => link.Thing)],
            _ => [],
        };

    /// <summary>Whether there may be any.</summary>
    public static bool Concerns(Fact fact)
    {
        var said = (fact as FactCorrected)?.Content ?? fact;
        return said is ClaimPreferred || (said.Polity is not null && said.EpisodeLinks().Any(link => link.Term > 1));
    }

    private static IEnumerable<string> ThingsOf(string id, Func<string, Fact?> find) =>
        (find(id) is AboutFact { Target: var target } ? find(target) : find(id)) is { Polity: not null } fact
            ? fact.EpisodeLinks().Select(link => link.Thing)
            : [];
}
