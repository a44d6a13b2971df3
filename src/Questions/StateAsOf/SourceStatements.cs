using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Ministers;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.StateAsOf;

/// <summary>Converts what sources say about episodes for the rules of time.</summary>
internal static class SourceStatements
{
    /// <summary>What is said about the polity's lives; one life of which nothing is said, if no fact is about any.</summary>
    public static IReadOnlyList<LifeStatements> OfLives(IReadOnlyList<Episode> lives, DatesAsDays days) =>
        lives.Count == 0
            ? [new(Resolution.LifeId, Statements.None)]
            : [.. lives.Select((life, place) => new LifeStatements(IdOfLife(place), Of(life, days)))];

    /// <summary>What the rules call a life, by its place among them.</summary>
    public static string IdOfLife(int place) => place == 0 ? Resolution.LifeId : $"{Resolution.LifeId}/{place + 1}";

    /// <summary>What is said about an episode other than a life.</summary>
    public static EpisodeStatements OfEpisode(Episode episode, EntityRegister entities, DatesAsDays days) =>
        new(episode.Id, episode.Nature, Seat.Of(episode, entities), Of(episode, days), episode.After);

    /// <summary>The attestations that may lie in several periods of one thing, or in several lives.</summary>
    public static IReadOnlyList<LooseAttestation> LooseOf(
        IReadOnlyList<Episode> episodes,
        IReadOnlyList<Episode> lives,
        DatesAsDays days
    ) =>
        [
            .. from one in episodes
                .Select(episode => (Episode: episode, Id: episode.Id))
                .Concat(lives.Select((life, place) => (Episode: life, Id: IdOfLife(place))))
            from attestation in one.Episode.Loose
            where attestation.Date is { IsInterval: false }
            group one.Id by (one.Episode.Thing, attestation.Fact, attestation.Date) into same
            select new LooseAttestation(same.Key.Fact, days.DayRangesOf(same.Key.Date!.Value), [.. same]),
        ];

    private static Statements Of(Episode episode, DatesAsDays days) =>
        new(
            [.. episode.Claims.Select(claim => new Claim(claim.Id, claim.StartDays, claim.EndDays))],
            [.. episode.Attestations.Select(attestation => AttestationOf(attestation, days))],
            [.. episode.Denials.Select(denial => new Denial(denial.Fact, denial.OfEnd))],
            episode.SetAside
        );

    private static Attestation AttestationOf(EpisodeAttestation attestation, DatesAsDays days)
    {
        if (attestation.Date is not { } date)
        {
            return new(attestation.Fact, DayRanges.Everything, DayRanges.Everything);
        }

        return date.IsInterval
            ? new(attestation.Fact, BoundOf(date.Start, days), BoundOf(date.End, days), date.Start?.HasUnspecifiedDigits is true)
            : new(attestation.Fact, days.DayRangesOf(date), days.DayRangesOf(date), date.HasUnspecifiedDigits);
    }

    private static DayRanges BoundOf(Edtf.EdtfDate? bound, DatesAsDays days) =>
        bound is { } date ? days.DayRangesOf(date) : DayRanges.Everything;
}
