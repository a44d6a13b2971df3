using System.Collections.Concurrent;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.State;
using Episode = ArtsakhLedger.Episodes.Episode;

namespace ArtsakhLedger.StateAsOf;

/// <summary>A polity with everything known of it at one position, and what the rules of time make of it: a pure function of the
/// facts, from which every date is answered.</summary>
public sealed class PolityAsKnown
{
    private readonly Dictionary<string, int> index;
    private readonly ConcurrentDictionary<string, StateOnDate> states = new();

    public PolityAsKnown(string polity, IReadOnlyList<RecordedFact> facts, EntityRegister entities)
    {
        Polity = entities.Refer(polity);
        Facts = facts;
        Entities = entities;
        var folded = Episode.Fold(facts);
        var life = PolityExistence.EpisodeOf(polity);
        Life = folded.FirstOrDefault(episode => episode.Id == life);
        Episodes = [.. folded.Where(episode => episode.Id != life)];
        index = Episodes.Select((episode, number) => (episode.Id, number)).ToDictionary(pair => pair.Id, pair => pair.number);

        LastTouched = facts.SelectMany(recorded => recorded.Fact.Parties()).Select(party => party.Id).OfType<string>().Append(polity).Distinct()
            .Select(entities.LastDescription).OfType<RecordedFact>().Append(facts[^1]).MaxBy(recorded => recorded.Position)!;
        var days = DatesAsDays.For(folded);
        Resolution = Resolution.Of(new(
            StatementsOf(Life, days),
            [.. Episodes.Select(episode => new EpisodeStatements(episode.Id, episode.Kind.Nature, SeatOf(episode), StatementsOf(episode, days)))]));
    }

    public EntityReference Polity { get; }

    public IReadOnlyList<RecordedFact> Facts { get; }

    public EntityRegister Entities { get; }

    /// <summary>The polity's own life; null where no fact opens or closes it.</summary>
    public Episode? Life { get; }

    /// <summary>Everything else that holds for a time, in the order of record.</summary>
    public IReadOnlyList<Episode> Episodes { get; }

    public Resolution Resolution { get; }

    /// <summary>The last entry of the record that touched the polity or an entity that its answers can name.</summary>
    public RecordedFact LastTouched { get; }

    /// <summary>Its state by date, of one kind or (null) of all.</summary>
    public StateOnDate StateOf(EpisodeKind? kind) => states.GetOrAdd(kind?.Name ?? "", _ => new StateOnDate(this, kind));

    public Episode EpisodeOf(ResolvedEpisode resolved) => resolved == Resolution.Life ? Life! : Episodes[index[resolved.Id]];

    /// <summary>A post that the record knows as having one holder is one seat of its polity.</summary>
    private static string? SeatOf(Episode episode) => episode.Kind.Nature == Nature.Post ? episode.Kind.Name : null;

    private static Statements StatementsOf(Episode? episode, DatesAsDays days) => episode is null
        ? new Statements([], [], [], [])
        : new Statements(
            [.. episode.Claims.Select(claim => new Claim(
                claim.Id,
                claim.Start is { } start ? days.ClaimDateOf(start) : null,
                EndOf(claim, days)))],
            [.. episode.Attestations.Select(attestation => AttestationOf(attestation, days))],
            [],
            []);

    private static ClaimEnd? EndOf(EpisodeClaim claim, DatesAsDays days) =>
        claim.EndIsOpen ? ClaimEnd.Open
        : claim.End is { } end ? ClaimEnd.On(days.ClaimDateOf(end))
        : claim.EndIsUndated ? ClaimEnd.On(new(RulesOfTime.DaySet.Everything))
        : null;

    private static Attestation AttestationOf(EpisodeAttestation attestation, DatesAsDays days)
    {
        if (attestation.Date is not { } date)
        {
            return new(attestation.Fact, RulesOfTime.DaySet.Everything, RulesOfTime.DaySet.Everything);
        }

        return date.IsInterval
            ? new(attestation.Fact, BoundOf(date.Start, days), BoundOf(date.End, days))
            : new(attestation.Fact, days.DaySetOf(date), days.DaySetOf(date));
    }

    private static RulesOfTime.DaySet BoundOf(Edtf.EdtfDate? bound, DatesAsDays days) => bound is { } date ? days.DaySetOf(date) : RulesOfTime.DaySet.Everything;
}
