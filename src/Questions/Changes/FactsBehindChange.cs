using ArtsakhLedger.Episodes;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;
using Edtf;

namespace ArtsakhLedger.Changes;

/// <summary>Finds the facts behind a change of an answer on a day: those with a date that begins or is over then. First the episode's
/// own and those of the life that carries it, then those of what else binds it: the other holders of its seat, the holders that bind the life.</summary>
internal sealed class FactsBehindChange
{
    private readonly PolityAsKnown known;
    private readonly Lazy<ILookup<long, (Episode Episode, string Fact)>> byDay;

    public FactsBehindChange(PolityAsKnown known)
    {
        this.known = known;
        byDay = new(
            () =>
                known
                    .Episodes.SelectMany(episode => DaysOf(episode).Select(pair => (Episode: episode, pair.Day, pair.Fact)))
                    .ToLookup(one => one.Day, one => (one.Episode, one.Fact)),
            LazyThreadSafetyMode.PublicationOnly
        );
    }

    /// <summary>The ids of the facts.</summary>
    /// <param name="episode">The episode whose answer changes; null for the polity's existence.</param>
    /// <param name="day">The day on which it differs from the day before.</param>
    public IReadOnlyList<string> Facts(Episode? episode, long day)
    {
        foreach (var candidates in CandidatesFor(episode, day))
        {
            var facts = candidates.Distinct().ToList();
            if (facts.Count > 0)
            {
                return facts;
            }
        }

        // A day that no date of a fact has: a member of a date with gaps, or the one day of rule 1.
        var all =
            episode is not null ? [episode]
            : known.Lives.Count > 0 ? known.Lives
            : known.Episodes.Where(Binds);
        return [.. all.SelectMany(one => one.Facts).Select(recorded => recorded.Fact.Id).Distinct()];
    }

    private IEnumerable<IEnumerable<string>> CandidatesFor(Episode? episode, long day)
    {
        var own = episode is null ? [] : SayingSo(episode, day);
        var life = known.Lives.SelectMany(life => SayingSo(life, day));
        yield return episode?.Nature.IsCarriedByState() is true ? own.Concat(life) : own;
        yield return life;

        if (episode is { Nature: Nature.Post })
        {
            yield return byDay.Value[day].Where(one => one.Episode != episode && one.Episode.Kind == episode.Kind).Select(one => one.Fact);
        }

        yield return byDay.Value[day].Where(one => Binds(one.Episode)).Select(one => one.Fact);
    }

    /// <summary>On its days the state existed.</summary>
    private static bool Binds(Episode episode) => episode.Nature is Nature.Post or Nature.Institution;

    private static IEnumerable<string> SayingSo(Episode episode, long day) =>
        DaysOf(episode).Where(pair => pair.Day == day).Select(pair => pair.Fact);

    /// <summary>The days of an episode's dates, each with the fact that gives it.</summary>
    private static IEnumerable<(long Day, string Fact)> DaysOf(Episode episode)
    {
        var starts = from claim in episode.Claims from fact in claim.StartFacts from day in Bounds(claim.Start) select (day, fact);
        var ends = from claim in episode.Claims from fact in claim.EndFacts from day in Bounds(claim.End) select (day, fact);
        var attestations = from attestation in episode.Attestations from day in DaysOf(attestation) select (day, attestation.Fact);
        var phases =
            from recorded in episode.Facts
            where recorded.Fact.Date?.Earliest is not null
            select (recorded.Fact.Date!.Value.Earliest!.Value.DayNumber, recorded.Fact.Id);
        return starts.Concat(ends).Concat(attestations).Concat(phases);
    }

    /// <summary>From its earliest day on a start or end is possible, on its latest it is certain.</summary>
    private static IEnumerable<long> Bounds(EdtfDate? date) =>
        new[] { date?.Earliest?.DayNumber, date?.Latest?.DayNumber }.OfType<long>().Distinct();

    /// <summary>It began by the latest day attested; it may have ended from the day after the earliest on.</summary>
    private static IEnumerable<long> DaysOf(EpisodeAttestation attestation) =>
        attestation.Date is { IsInterval: true } period
            ? Bounds(period.Start).Concat(Bounds(period.End)).Concat(DayAfter(period.End)).Distinct()
            : Bounds(attestation.Date).Concat(DayAfter(attestation.Date)).Distinct();

    private static IEnumerable<long> DayAfter(EdtfDate? date) => date?.Earliest is { } earliest ? [earliest.DayNumber + 1] : [];
}
