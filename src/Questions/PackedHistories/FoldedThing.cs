using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.PackedHistories;

/// <summary>All on which the periods of a thing depend, besides the polity's lives and the days of its other dates.</summary>
/// <param name="Facts">What is told of it.</param>
/// <param name="SetAside">What editors set aside of that.</param>
/// <param name="Seat">The seat of a post.</param>
/// <param name="Standings">How far the sources of what is told are relied on.</param>
internal sealed record ThingInputs(
    ThingFacts Facts,
    IReadOnlyList<SetAside> SetAside,
    string? Seat,
    IReadOnlyList<(string Source, string Original, SourceStanding? Standing)> Standings
)
{
    public static ThingInputs Of(ThingFacts facts, IReadOnlyList<SetAside> setAside, EntityRegister entities, SourceStandings standings) =>
        new(
            facts,
            setAside,
            Ministers.Seat.Of(facts.Id, facts.Kind, facts.Nature, entities),
            standings.IsEmpty
                ? []
                :
                [
                    .. from source in facts.Entries.SelectMany(entry => entry.Fact.Sources()).Distinct()
                    let original = standings.OriginalOf(source)
                    select (source, original, standings.AssessmentOf(original)?.Standing),
                ]
        );

    /// <summary>Whether nothing has changed: an entry that did not touch it leaves the very same facts.</summary>
    public bool IsSameAs(ThingInputs now) =>
        Facts.Entries.SequenceEqual(now.Facts.Entries, ReferenceEqualityComparer.Instance)
        && Facts.Facts.Select(fact => fact.Link).SequenceEqual(now.Facts.Facts.Select(fact => fact.Link))
        && Facts.IsIdentityInferred == now.Facts.IsIdentityInferred
        && Seat == now.Seat
        && SetAside.SequenceEqual(now.SetAside)
        && Standings.SequenceEqual(now.Standings);
}

/// <summary>A thing with its periods.</summary>
/// <param name="Inputs">What they depend on.</param>
/// <param name="Periods">The periods.</param>
internal sealed record FoldedThing(ThingInputs Inputs, ThingPeriods Periods)
{
    public IReadOnlyList<Episode> Episodes => Periods.Episodes;

    public bool BindsState => Inputs.Facts.Nature.BindsState();
}
