using ArtsakhLedger.Episodes;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.StateAsOf;

/// <summary>Converts what sources say about an episode for the rules of time.</summary>
internal static class SourceStatements
{
    /// <param name="episode">The episode; null for a life that no fact is about.</param>
    /// <param name="setAside">What editors set aside in it.</param>
    /// <param name="days">How dates become days.</param>
    public static Statements Of(Episode? episode, IReadOnlyList<SetAside> setAside, DatesAsDays days) =>
        episode is null
            ? Statements.None
            : new Statements(
                [
                    .. episode.Claims.Select(claim => new Claim(
                        claim.Id,
                        claim.Start is { } start ? days.ClaimDateOf(start) : null,
                        EndOf(claim, days)
                    )),
                ],
                [.. episode.Attestations.Select(attestation => AttestationOf(attestation, days))],
                [.. episode.Denials.Select(denial => new Denial(denial.Fact, denial.OfEnd))],
                setAside
            );

    /// <summary>The same for any episode other than the life.</summary>
    /// <param name="episode">The episode.</param>
    /// <param name="seat">The seat that it is a tenure of; null if there is none.</param>
    /// <param name="setAside">What editors preferred others over in it.</param>
    /// <param name="days">How dates become days.</param>
    public static EpisodeStatements OfEpisode(Episode episode, string? seat, IReadOnlyList<SetAside> setAside, DatesAsDays days) =>
        new(episode.Id, episode.Nature, seat, Of(episode, setAside, days));

    private static ClaimEnd? EndOf(EpisodeClaim claim, DatesAsDays days) =>
        claim.EndIsOpen ? ClaimEnd.Open
        : claim.End is { } end ? ClaimEnd.On(days.ClaimDateOf(end))
        : claim.EndIsUndated ? ClaimEnd.On(new(DayRanges.Everything))
        : null;

    private static Attestation AttestationOf(EpisodeAttestation attestation, DatesAsDays days)
    {
        if (attestation.Date is not { } date)
        {
            return new(attestation.Fact, DayRanges.Everything, DayRanges.Everything);
        }

        return date.IsInterval
            ? new(attestation.Fact, BoundOf(date.Start, days), BoundOf(date.End, days))
            : new(attestation.Fact, days.DayRangesOf(date), days.DayRangesOf(date));
    }

    private static DayRanges BoundOf(Edtf.EdtfDate? bound, DatesAsDays days) =>
        bound is { } date ? days.DayRangesOf(date) : DayRanges.Everything;
}
