using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Episodes;

/// <summary>Everything that facts tell of a polity, thing by thing and period by period.</summary>
public sealed class PolityFold
{
    private PolityFold(IReadOnlyList<Episode> episodes, DatesAsDays days) => (Episodes, Days) = (episodes, days);

    /// <summary>Every period of every thing: the things in the order of record, the polity's own existence among them.</summary>
    public IReadOnlyList<Episode> Episodes { get; }

    /// <summary>How their dates become days.</summary>
    public DatesAsDays Days { get; }

    /// <summary>Builds every episode from the facts in force, in the order of record.</summary>
    /// <param name="known">The facts of the polity as known.</param>
    /// <param name="entities">The entities as known.</param>
    /// <param name="entitiesAt">The entities as known at an earlier position, at which an editor preferred one claim over others.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static PolityFold Of(
        FactsAsKnown known,
        EntityRegister entities,
        Func<long, EntityRegister>? entitiesAt = null,
        CancellationToken cancellation = default
    )
    {
        cancellation.ThrowIfCancellationRequested();
        var things = ThingFacts.Of(known, entities);
        var settled = Settlements.Of(known, things, ThingsBefore);
        var standings = new SourceStandings(entities.Descriptions);
        var days = DatesAsDays.For(things);
        IReadOnlyList<ClaimDate> endsOfLives = [];
        var periods = new Dictionary<string, ThingPeriods>();
        foreach (var thing in things.OrderBy(thing => thing.Nature != Nature.Life))
        {
            var grouped = periods[thing.Id] = ThingPeriods.Of(thing, days, standings, settled.In(thing.Id), endsOfLives, cancellation);
            if (thing.Nature == Nature.Life)
            {
                endsOfLives = grouped.EndsButLast;
            }
        }

        return new([.. things.SelectMany(thing => periods[thing.Id].Episodes)], days);

        IReadOnlyList<ThingFacts> ThingsBefore(long position)
        {
            cancellation.ThrowIfCancellationRequested();
            var then = known.All.Select(one => one.Recorded).TakeWhile(entry => entry.Position < position);
            return ThingFacts.Of(new FactsAsKnown([.. then]), entitiesAt?.Invoke(position) ?? entities);
        }
    }
}
