using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Preferences;

namespace ArtsakhLedger.Checks;

/// <summary>Finds the things whose periods the check of a fact asks for: those of which a preference settles a dispute, and that of a fact which says of
/// which period it tells.</summary>
public static class ConcernedThings
{
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
