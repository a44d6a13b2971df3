using ArtsakhLedger.Changes;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;
using Edtf;

namespace ArtsakhLedger.DetailedAnswers;

/// <summary>Answers everything about one period: a pure function of what is known.</summary>
internal static class PeriodAnswers
{
    public static PeriodAnswer Of(PolityAsKnown known, Episode episode)
    {
        var resolved = known.ResolvedOf(episode);
        var details = EntryDetails.Of(episode, Day.MaxValue, known.Entities);
        var changes = ChangesBetweenDates.Of(known);
        var onlyPossible = OnlyPossibleDays.Of(known, episode);
        return new()
        {
            Episode = episode.Id,
            Statement = EpisodeInWords.Of(known, episode),
            Start = ClaimedDates.StartOf(episode, resolved),
            End = ClaimedDates.EndOf(episode, resolved),
            Claims = [.. episode.Claims.Select(claim => ClaimOf(claim, episode.SetAside.Where(aside => aside.Id == claim.Id)))],
            Attestations =
            [
                .. episode.Attestations.Select(attestation => AttestationOf(attestation, episode)),
                .. episode.Loose.Select(attestation => AttestationOf(attestation, episode) with { MayBeOfAnotherPeriod = true }),
            ],
            Denials =
            [
                .. episode.Denials.Select(denial => new DenialAnswer(
                    denial.Fact,
                    denial.OfEnd ? "end" : "fact",
                    denial.Sources,
                    IsSetAside(denial.Fact, episode)
                )),
            ],
            Readings = ClaimedDates.ReadingsOf(episode, resolved),
            OnlyPossible = onlyPossible.Count == 0 ? null : [.. onlyPossible.Select(AnswerOf)],
            LastAttested = ClaimedDates.LastAttestedOf(episode)?.ToString(),
            OutsidePolity = resolved.OutsidePolity,
            Inferred = episode.Inferred,
            Details = details.Count == 0 ? null : details,
            Changes =
            [
                .. (episode is { Nature: Nature.Life, IsOneOfSeveral: false } ? changes.OfExistence() : changes.Of(episode)).Select(
                    changes.AnswerOf
                ),
            ],
            Facts = [.. episode.Facts.Select(recorded => $"/facts/{recorded.Fact.Id}")],
        };
    }

    private static OnlyPossible AnswerOf(DayRun<Basis> run) => new(Iso(run.From), Iso(run.Until), run.Value);

    private static string? Iso(long? day) => day is { } number ? Day.FromDayNumber(number).ToString() : null;

    private static AttestationAnswer AttestationOf(EpisodeAttestation attestation, Episode episode) =>
        new(attestation.Fact, attestation.Date?.ToString(), attestation.Sources, IsSetAside(attestation.Fact, episode));

    private static bool IsSetAside(string fact, Episode episode) => episode.SetAside.Any(aside => aside.Id == fact);

    private static ClaimAnswer ClaimOf(EpisodeClaim claim, IEnumerable<SetAside> setAside)
    {
        var bounds = setAside
            .SelectMany(aside => new[] { aside.Start ? BoundName.Start : (BoundName?)null, aside.End ? BoundName.End : null })
            .OfType<BoundName>()
            .Distinct()
            .ToList();
        return new(
            claim.Id,
            claim.Source,
            claim.Start?.ToString(),
            claim.EndIsOpen ? ".." : claim.End?.ToString(),
            claim.EndIsUndated,
            bounds.Count == 0 ? null : bounds,
            [.. claim.StartFacts.Union(claim.EndFacts).Select(fact => $"/facts/{fact}")]
        )
        {
            LastsUntilNext = claim.LastsUntilNext,
        };
    }
}
