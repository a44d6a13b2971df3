using System.Collections.Concurrent;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Preferences;
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

    /// <param name="polity">The polity's id.</param>
    /// <param name="entries">Its entries of the record up to the position.</param>
    /// <param name="descriptions">Those that describe entities and sources.</param>
    public PolityAsKnown(string polity, IReadOnlyList<RecordedFact> entries, IReadOnlyList<RecordedFact> descriptions)
    {
        Facts = new FactsAsKnown(entries);
        Entities = new EntityRegister(descriptions);
        Polity = Entities.Refer(polity);
        var folded = Episode.Fold(Facts, Entities);
        var settled = new Settlements(Facts, folded, position => Episode.Fold(
            new(UpTo(entries, position)), new EntityRegister(UpTo(descriptions, position))));
        var life = PolityExistence.EpisodeOf(polity);
        Life = folded.FirstOrDefault(episode => episode.Id == life);
        Episodes = [.. folded.Where(episode => episode.Id != life)];
        index = Episodes.Select((episode, number) => (episode.Id, number)).ToDictionary(pair => pair.Id, pair => pair.number);

        LastTouched = Facts.All.SelectMany(known => known.Recorded.Fact.Parties().Concat(known.Content.Parties()))
            .Select(party => party.Id).OfType<string>().Append(polity).Distinct()
            .Select(Entities.LastTouched).OfType<RecordedFact>().Append(entries[^1]).MaxBy(recorded => recorded.Position)!;
        var days = DatesAsDays.For(folded);
        Resolution = Resolution.Of(new(
            StatementsOf(Life, settled, days),
            [.. Episodes.Select(episode => new EpisodeStatements(episode.Id, episode.Nature, SeatOf(episode), StatementsOf(episode, settled, days)))]));
        SetAside = settled;
    }

    public EntityReference Polity { get; }

    public FactsAsKnown Facts { get; }

    public EntityRegister Entities { get; }

    /// <summary>The polity's own life; null where no fact opens or closes it.</summary>
    public Episode? Life { get; }

    /// <summary>Everything else that holds for a time, in the order of record.</summary>
    public IReadOnlyList<Episode> Episodes { get; }

    public Resolution Resolution { get; }

    /// <summary>What editors preferred other claims over.</summary>
    public Settlements SetAside { get; }

    /// <summary>The last entry of the record that touched the polity or an entity that its answers can name.</summary>
    public RecordedFact LastTouched { get; }

    /// <summary>Its state by date, of one kind or (null) of all.</summary>
    public StateOnDate StateOf(EpisodeKind? kind) => states.GetOrAdd(kind?.Name ?? "", _ => new StateOnDate(this, kind));

    public Episode EpisodeOf(ResolvedEpisode resolved) => resolved == Resolution.Life ? Life! : Episodes[index[resolved.Id]];

    /// <summary>A post that the record knows as having one holder is one seat of its polity.</summary>
    private static string? SeatOf(Episode episode) => episode.Nature == Nature.Post ? episode.Kind.Name : null;

    private static List<RecordedFact> UpTo(IReadOnlyList<RecordedFact> entries, long position) => [.. entries.TakeWhile(entry => entry.Position <= position)];

    private static Statements StatementsOf(Episode? episode, Settlements settled, DatesAsDays days) => episode is null
        ? Statements.None
        : new Statements(
            [.. episode.Claims.Select(claim => new Claim(
                claim.Id,
                claim.Start is { } start ? days.ClaimDateOf(start) : null,
                EndOf(claim, days)))],
            [.. episode.Attestations.Select(attestation => AttestationOf(attestation, days))],
            [.. episode.Denials.Select(denial => new Denial(denial.Fact, denial.OfEnd))],
            settled.In(episode.Id));

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
