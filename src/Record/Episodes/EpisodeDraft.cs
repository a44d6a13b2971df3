using ArtsakhLedger.Ledger;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.RulesOfTime.Periods;

namespace ArtsakhLedger.Episodes;

/// <summary>A period while what is told of it is put together.</summary>
/// <param name="id">Its id.</param>
internal sealed class EpisodeDraft(string id)
{
    private readonly HashSet<string> facts = [];
    private readonly List<EpisodeAttestation> attestations = [];
    private readonly List<EpisodeAttestation> loose = [];
    private readonly List<EpisodeDenial> denials = [];
    private readonly List<SetAside> setAside = [];

    public string Id { get; } = id;

    public List<EpisodeClaim> Claims { get; } = [];

    /// <summary>The facts that only end it, because they tell of its beginning in another place.</summary>
    public HashSet<string> EndsByMoveOf { get; } = [];

    /// <summary>Shows facts as facts about it.</summary>
    public void Shows(IEnumerable<string> ids) => facts.UnionWith(ids);

    public bool IsShown(string fact) => facts.Contains(fact);

    /// <summary>Adds a claim, or the facts of one that says the same as another of its source.</summary>
    public void Add(EpisodeClaim claim)
    {
        var same = Claims.FindIndex(other => other.SaysAll(claim));
        if (same < 0)
        {
            Claims.Add(claim with { Id = NextClaimId(claim.Source) });
            return;
        }

        Claims[same] = Claims[same] with
        {
            StartFacts = [.. Claims[same].StartFacts.Union(claim.StartFacts)],
            EndFacts = [.. Claims[same].EndFacts.Union(claim.EndFacts)],
        };
    }

    public void Add(EpisodeAttestation attestation)
    {
        attestations.Add(attestation);
        facts.Add(attestation.Fact);
    }

    public void AddLoose(EpisodeAttestation attestation)
    {
        loose.Add(attestation);
        facts.Add(attestation.Fact);
    }

    public void Add(EpisodeDenial denial)
    {
        denials.Add(denial);
        facts.Add(denial.Fact);
    }

    /// <summary>Whether a source claims something of it by a fact.</summary>
    public bool HasClaimBy(ToldFact fact) => Claims.Exists(claim => IsBy(fact.Source, claim, fact.Id));

    /// <summary>Shows an attestation that is set aside, unless a source that counts gives it too.</summary>
    public void SetAside(EpisodeAttestation attestation)
    {
        if (!attestations.Exists(one => one.Fact == attestation.Fact) && !loose.Exists(one => one.Fact == attestation.Fact))
        {
            Add(attestation);
            setAside.Add(new(attestation.Fact, Start: true, End: true));
        }
    }

    /// <inheritdoc cref="SetAside(EpisodeAttestation)"/>
    public void SetAside(EpisodeDenial denial)
    {
        if (!denials.Exists(one => one.Fact == denial.Fact))
        {
            Add(denial);
            setAside.Add(new(denial.Fact, Start: true, End: true));
        }
    }

    /// <summary>Shows bounds that are set aside: in the claim that the source makes by the same fact, or by others that leave them out.</summary>
    public void SetAside(EpisodeClaim bounds, bool isLeftOf)
    {
        var given = bounds.StartFacts.Concat(bounds.EndFacts).ToList();
        var with = Claims.FindIndex(claim =>
            claim.Source == bounds.Source
            && (!isLeftOf || given.Exists(fact => IsBy(bounds.Source, claim, fact)))
            && (bounds.StartDays is null || claim.StartDays is null)
            && (bounds.EndDays is null || claim.EndDays is null)
        );
        if (with < 0)
        {
            with = Claims.Count;
            Claims.Add(new(NextClaimId(bounds.Source), bounds.Source));
        }

        var shown = Claims[with];
        Claims[with] = shown with
        {
            Start = bounds.StartDays is null ? shown.Start : bounds.Start,
            StartDays = bounds.StartDays ?? shown.StartDays,
            StartFacts = bounds.StartDays is null ? shown.StartFacts : bounds.StartFacts,
            End = bounds.EndDays is null ? shown.End : bounds.End,
            EndIsOpen = shown.EndIsOpen || bounds.EndIsOpen,
            EndIsUndated = shown.EndIsUndated || bounds.EndIsUndated,
            EndDays = bounds.EndDays ?? shown.EndDays,
            EndFacts = bounds.EndDays is null ? shown.EndFacts : bounds.EndFacts,
        };
        setAside.Add(new(shown.Id, bounds.StartDays is not null, bounds.EndDays is not null));
        Shows(given);
    }

    /// <summary>The period.</summary>
    /// <param name="thing">The thing.</param>
    /// <param name="number">Its number.</param>
    /// <param name="entries">All entries about the thing, in the order of record.</param>
    public Episode Finish(ThingFacts thing, int number, IReadOnlyList<RecordedFact> entries)
    {
        RecordedFact[] shown = [.. entries.Where(entry => facts.Contains(entry.Fact.Id))];
        return new(thing, Id)
        {
            Number = number,
            Facts = shown,
            Describing = EndsByMoveOf.Count == 0 ? shown : [.. shown.Where(entry => !EndsByMoveOf.Contains(entry.Fact.Id))],
            Claims = Claims,
            Attestations = attestations,
            Loose = loose,
            Denials = denials,
            SetAside = setAside,
        };
    }

    private string NextClaimId(string source) =>
        Claims.Count(claim => claim.Source == source) is > 0 and var before ? $"{Id}@{source}~{before + 1}" : $"{Id}@{source}";

    private static bool IsBy(string source, EpisodeClaim claim, string fact) =>
        claim.Source == source && (claim.StartFacts.Contains(fact) || claim.EndFacts.Contains(fact));
}
