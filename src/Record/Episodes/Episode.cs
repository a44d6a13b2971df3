using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Episodes;

/// <summary>Something that holds for a time, such as a tenure or a recognition, with the facts that open, attest and close it as known at a
/// position.</summary>
public sealed record Episode
{
    private Episode(EpisodeLink first) => (Id, Kind, Nature, Party) = (first.Episode, first.Kind, first.Nature, first.Party);

    public string Id { get; }

    public EpisodeKind Kind { get; }

    /// <summary>How the rules of time treat it.</summary>
    public Nature Nature { get; }

    /// <summary>The id of the entity that its entries name.</summary>
    public string Party { get; }

    /// <summary>The facts about it with their current content, and those that corroborate or deny these, in the order of record.</summary>
    public IReadOnlyList<RecordedFact> Facts { get; private init; } = [];

    /// <summary>The position of the first of the facts that make it an episode: opinions on these may have been recorded before, as other
    /// facts.</summary>
    public long FirstPosition { get; private init; }

    public IReadOnlyList<EpisodeClaim> Claims { get; private init; } = [];

    public IReadOnlyList<EpisodeAttestation> Attestations { get; private init; } = [];

    public IReadOnlyList<EpisodeDenial> Denials { get; private init; } = [];

    /// <summary>True if one of its facts, or the identity of its party, is inferred rather than stated by a source.</summary>
    public bool Inferred { get; private init; }

    /// <summary>Builds every episode from the facts in force, in the order of record.</summary>
    public static IReadOnlyList<Episode> Fold(FactsAsKnown known, EntityRegister entities)
    {
        var found = new Dictionary<string, (EpisodeLink First, List<(RecordedFact Fact, EpisodeRole Role)> Facts, bool Inferred)>();
        foreach (var recorded in known.InForce)
        {
            foreach (var given in known.LinksOf(recorded.Fact))
            {
                var (link, inferred) = entities.Identify(given);
                var episode = found.GetValueOrDefault(link.Episode, (First: link, Facts: [], Inferred: false));
                episode.Facts.Add((recorded, link.Role));
                found[link.Episode] = episode with { Inferred = episode.Inferred || inferred || recorded.Fact.Inferred };
            }
        }

        return [.. found.Values.Select(episode => Of(episode.First, episode.Facts, known) with { Inferred = episode.Inferred })];
    }

    private static Episode Of(EpisodeLink first, List<(RecordedFact Fact, EpisodeRole Role)> facts, FactsAsKnown known)
    {
        var said = facts
            .SelectMany(fact => WithCorroborations(fact.Fact, known).Select(entry => (Entry: entry, fact.Role)))
            .OrderBy(one => one.Entry.Position)
            .Select(one => (one.Entry.Fact, one.Role))
            .ToList();
        return new(first)
        {
            Facts = [.. facts.SelectMany(fact => known.OpinionsOn(fact.Fact.Fact.Id).Prepend(fact.Fact)).OrderBy(entry => entry.Position)],
            FirstPosition = facts[0].Fact.Position,
            Claims = EpisodeClaims.Of(first.Episode, said),
            Attestations =
            [
                .. from one in said
                where one.Role == EpisodeRole.Attests
                select new EpisodeAttestation(one.Fact.Id, one.Fact.Date, one.Fact.Sources()),
            ],
            Denials =
            [
                .. from fact in facts
                from opinion in known.OpinionsOn(fact.Fact.Fact.Id)
                where opinion.Fact is FactDenied
                orderby opinion.Position
                let denial = (FactDenied)opinion.Fact
                let ofEnd = denial.Denies == Denied.End || fact.Role == EpisodeRole.Closes
                select new EpisodeDenial(denial.Id, ofEnd, denial.Sources()),
            ],
        };
    }

    /// <summary>A corroboration says what the fact says, for a further source and with that source's date if it gives one.</summary>
    private static IEnumerable<RecordedFact> WithCorroborations(RecordedFact fact, FactsAsKnown known) =>
        known
            .OpinionsOn(fact.Fact.Id)
            .Where(opinion => opinion.Fact is FactCorroborated)
            .Select(opinion =>
                opinion with
                {
                    Fact = fact.Fact with
                    {
                        Id = opinion.Fact.Id,
                        Date = opinion.Fact.Date ?? fact.Fact.Date,
                        Citations = opinion.Fact.Citations,
                    },
                }
            )
            .Prepend(fact);
}
