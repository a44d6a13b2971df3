using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Episodes;

/// <summary>The thing that facts open, attest and close, folded from the facts as known at a position (INTERFACES, section 1).</summary>
public sealed class Episode
{
    private Episode(string id, EpisodeKind kind, string party) => (Id, Kind, Party) = (id, kind, party);

    public string Id { get; }

    public EpisodeKind Kind { get; }

    /// <summary>The entity that its entries name.</summary>
    public string Party { get; }

    /// <summary>The facts that bear on it, in the order of record.</summary>
    public IReadOnlyList<RecordedFact> Facts { get; private set; } = [];

    public IReadOnlyList<EpisodeClaim> Claims { get; private set; } = [];

    public IReadOnlyList<EpisodeAttestation> Attestations { get; private set; } = [];

    /// <summary>Every episode that the facts bear on.</summary>
    public static IReadOnlyList<Episode> Fold(IEnumerable<RecordedFact> facts)
    {
        var found = new Dictionary<string, (Bearing First, List<(RecordedFact Fact, BearingRole Role)> Facts)>();
        foreach (var recorded in facts)
        {
            foreach (var bearing in recorded.Fact.Bearings())
            {
                if (!found.TryGetValue(bearing.Episode, out var episode))
                {
                    found[bearing.Episode] = episode = (bearing, []);
                }

                episode.Facts.Add((recorded, bearing.Role));
            }
        }

        return [.. found.Values.Select(episode => Of(episode.First, episode.Facts))];
    }

    private static Episode Of(Bearing first, List<(RecordedFact Fact, BearingRole Role)> facts) => new(first.Episode, first.Kind, first.Party)
    {
        Facts = [.. facts.Select(fact => fact.Fact)],
        Claims = ClaimsOf(first.Episode, facts),
        Attestations =
        [
            .. from fact in facts
               where fact.Role == BearingRole.Attests
               select new EpisodeAttestation(fact.Fact.Fact.Id, fact.Fact.Fact.Date, SourcesOf(fact.Fact.Fact)),
        ],
    };

    private static List<EpisodeClaim> ClaimsOf(string episode, List<(RecordedFact Fact, BearingRole Role)> facts)
    {
        var claims = new List<EpisodeClaim>();
        foreach (var (recorded, role) in facts)
        {
            if (role == BearingRole.Attests)
            {
                continue;
            }

            foreach (var source in SourcesOf(recorded.Fact))
            {
                var said = Said(recorded.Fact, role, source);
                var same = claims.FindIndex(claim => claim.Source == source && Fits(claim, said));
                if (same >= 0)
                {
                    claims[same] = Join(claims[same], said);
                }
                else
                {
                    var number = claims.Count(claim => claim.Source == source) + 1;
                    claims.Add(said with { Id = number == 1 ? $"{episode}@{source}" : $"{episode}@{source}~{number}" });
                }
            }
        }

        return claims;
    }

    /// <summary>What one fact says in the name of one source.</summary>
    private static EpisodeClaim Said(Fact fact, BearingRole role, string source)
    {
        var claim = new EpisodeClaim("", source);
        if (role == BearingRole.Closes)
        {
            return claim with { End = fact.Date, EndIsUndated = fact.Date is null, EndFacts = [fact.Id] };
        }

        if (fact.Date is not { IsInterval: true } term)
        {
            return claim with { Start = fact.Date, StartFacts = [fact.Id] };
        }

        return claim with
        {
            Start = term.Start,
            StartFacts = [fact.Id],
            End = term.End,
            EndIsOpen = term.EndIsOpen,
            EndIsUndated = term.EndIsUnknown,
            EndFacts = [fact.Id],
        };
    }

    /// <summary>One source's start and end are one claim until it gives a second, different one. Undated differs from nothing.</summary>
    private static bool Fits(EpisodeClaim claim, EpisodeClaim said) =>
        (said.Start is null || claim.Start is null || Equals(claim.Start, said.Start))
        && (said.End is null || claim.End is null || Equals(claim.End, said.End))
        && !(said.EndIsOpen && (claim.End is not null || claim.EndIsUndated))
        && !(claim.EndIsOpen && (said.End is not null || said.EndIsUndated));

    private static EpisodeClaim Join(EpisodeClaim claim, EpisodeClaim said) => claim with
    {
        Start = claim.Start ?? said.Start,
        StartFacts = [.. claim.StartFacts.Union(said.StartFacts)],
        End = claim.End ?? said.End,
        EndIsOpen = claim.EndIsOpen || said.EndIsOpen,
        EndIsUndated = (claim.EndIsUndated || said.EndIsUndated) && claim.End is null && said.End is null,
        EndFacts = [.. claim.EndFacts.Union(said.EndFacts)],
    };

    /// <summary>Several citations of one document count once.</summary>
    private static IReadOnlyList<string> SourcesOf(Fact fact) => [.. fact.Citations.Select(citation => citation.Source).Distinct()];
}
