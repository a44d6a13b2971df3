using ArtsakhLedger.Episodes;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;
using Edtf;

namespace ArtsakhLedger.Changes;

/// <summary>Finds the facts behind a change of an answer on a day: those with a date that begins or ends then. The episode's own facts and
/// those of the life that carries it come first, then those of whatever else limits it: other holders of its seat, and the holders that
/// limit the life.</summary>
internal sealed class FactsBehindChange(PolityAsKnown known)
{
    /// <summary>The ids of the facts.</summary>
    /// <param name="episode">The episode whose answer changes; null for a life that no fact is about.</param>
    /// <param name="day">The day on which it differs from the day before.</param>
    public IReadOnlyList<string> Facts(Episode? episode, long day)
    {
        foreach (var candidates in CandidatesFor(episode))
        {
            var facts = candidates.SelectMany(candidate => SayingSo(candidate, day)).Distinct().ToList();
            if (facts.Count > 0)
            {
                return facts;
            }
        }

        // A day that no date of a fact has: a member of a date with gaps, or the one day of rule 1.
        var all = episode is not null ? [episode] : Binding();
        return [.. all.SelectMany(one => one.Facts).Select(recorded => recorded.Fact.Id).Distinct()];
    }

    private IEnumerable<IEnumerable<Episode>> CandidatesFor(Episode? episode)
    {
        Episode[] own = episode is null ? [] : [episode];
        Episode[] life = known.Life is null || known.Life == episode ? [] : [known.Life];
        yield return episode?.Nature.IsCarriedByState() is true ? [.. own, .. life] : own;
        yield return life;

        if (episode is { Nature: Nature.Post })
        {
            yield return known.Episodes.Where(other => other != episode && other.Kind == episode.Kind);
        }

        yield return Binding();
    }

    /// <summary>The episodes that limit the state's life: it existed on all their days.</summary>
    private IEnumerable<Episode> Binding() => known.Episodes.Where(other => other.Nature is Nature.Post or Nature.Institution);

    private static IEnumerable<string> SayingSo(Episode episode, long day)
    {
        var starts = from claim in episode.Claims where Touches(claim.Start, day) from fact in claim.StartFacts select fact;
        var ends = from claim in episode.Claims where Touches(claim.End, day) from fact in claim.EndFacts select fact;
        var attestations = from attestation in episode.Attestations where Attests(attestation, day) select attestation.Fact;
        var phases = from recorded in episode.Facts where recorded.Fact.Date?.Earliest?.DayNumber == day select recorded.Fact.Id;
        return starts.Concat(ends).Concat(attestations).Concat(phases);
    }

    /// <summary>Whether a date begins or ends on a day: a start or end is possible from its earliest day on, and certain on its
    /// latest.</summary>
    private static bool Touches(EdtfDate? date, long day) => date?.Earliest?.DayNumber == day || date?.Latest?.DayNumber == day;

    /// <summary>Whether an attestation changes something on a day: the episode had begun by the latest day attested, and may have ended
    /// after the earliest.</summary>
    private static bool Attests(EpisodeAttestation attestation, long day) =>
        attestation.Date is { IsInterval: true } period
            ? Touches(period.Start, day) || Touches(period.End, day) || period.End?.Earliest?.DayNumber + 1 == day
            : Touches(attestation.Date, day) || attestation.Date?.Earliest?.DayNumber + 1 == day;
}
