using ArtsakhLedger.Episodes;
using ArtsakhLedger.RulesOfTime;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>What an episode's own facts say about its start or end, and whether they dispute it: they do if their dates have no day in
/// common, or if a reading leaves open what others date. Dates that agree refine one another.</summary>
internal sealed class BoundReasons
{
    private readonly KnownEpisode known;
    private readonly BoundName bound;
    private readonly IReadOnlyList<ResolvedReading> readings;

    private BoundReasons(KnownEpisode known, BoundName bound)
    {
        (this.known, this.bound) = (known, bound);
        readings = [.. known.Resolved.Readings.Where(reading => reading.Final.MayHaveHappened)];
    }

    /// <summary>The dates given, with whatever leaves the bound open besides them; without dates, the facts that attest it or deny its end;
    /// otherwise the fact that says so little. Never empty. What an editor set aside is left out.</summary>
    public static IReadOnlyList<Reason> Of(KnownEpisode known, BoundName bound) => new BoundReasons(known, bound).Reasons();

    /// <summary>The reasons why an episode has ended: its own end if a source says that it had one, otherwise that of the life that carried
    /// it.</summary>
    public static IReadOnlyList<Reason> OfItsEnd(KnownEpisode known, IReadOnlyList<KnownEpisode> lives)
    {
        if (SaidToHaveEnded(known) is { Count: > 0 } own)
        {
            return own;
        }

        var ends = known.Resolved.Final.LatestEnd;
        var life = lives.LastOrDefault(life => life.Resolved.Final.EarliestEnd <= ends) ?? (lives.Count > 0 ? lives[0] : null);
        return life is null ? [] : [.. SaidToHaveEnded(life).Select(reason => reason with { Rule = Rule.Life, Episode = life.Episode.Id })];
    }

    /// <summary>What is said about the end if a source dates it; otherwise the sources that say, without a date, that there was
    /// one.</summary>
    private static IReadOnlyList<Reason> SaidToHaveEnded(KnownEpisode known)
    {
        var said = known.ReasonsFor(BoundName.End);
        return said.Any(reason => reason is { Rule: Rule.Claim or Rule.Rival, Edtf: not (null or "..") })
            ? said
            :
            [
                .. from claim in known.Episode.Claims
                where claim.EndIsUndated
                select new Reason(Rule.Claim, BoundName.End, null, claim.EndFacts[0]),
            ];
    }

    private IReadOnlyList<Reason> Reasons()
    {
        var dated = Dated().ToList();
        if (dated.Count == 0)
        {
            return [.. WhereNothingIsDated().Concat(DenialsOfEnd(readings)).Distinct()];
        }

        var ids = dated.Select(claim => claim.Id).ToHashSet();
        var open = readings.Where(reading => IsLeftOpen(reading) && !reading.Ids.Any(ids.Contains)).SelectMany(WhyOpen).Distinct().ToList();
        var rule = open.Count > 0 || !HaveADayInCommon(dated) ? Rule.Rival : Rule.Claim;
        return [.. dated.Select(claim => new Reason(rule, bound, claim.Date.ToString(), claim.Fact)).Concat(open).Distinct()];
    }

    private IEnumerable<(string Id, EdtfDate Date, string Fact)> Dated() =>
        bound == BoundName.Start
            ? from claim in known.Episode.Claims
            where claim.Start is not null && !known.SetAside.Any(aside => aside.Start && aside.Id == claim.Id)
            select (claim.Id, claim.Start!.Value, claim.StartFacts[0])
            : from claim in known.Episode.Claims
            where claim.End is not null && !known.SetAside.Any(aside => aside.End && aside.Id == claim.Id)
            select (claim.Id, claim.End!.Value, claim.EndFacts[0]);

    private bool HaveADayInCommon(List<(string Id, EdtfDate Date, string Fact)> dated)
    {
        if (
            dated.Select(claim => claim.Date).Distinct().Count() < 2
            || readings.Any(reading => dated.TrueForAll(claim => reading.Ids.Contains(claim.Id)))
        )
        {
            return true;
        }

        var days = DatesAsDays.For(dated.Select(claim => (EdtfDate?)claim.Date));
        return !dated.Select(claim => days.DayRangesOf(claim.Date)).Aggregate((common, date) => common.Intersect(date)).IsEmpty;
    }

    /// <summary>Whether nothing in a reading, or borrowed by it, bounds the start from below or the end from above.</summary>
    private bool IsLeftOpen(ResolvedReading reading) =>
        (bound == BoundName.Start ? reading.Own.EarliestStart : reading.Own.LatestEnd) is null;

    private IReadOnlyList<Reason> WhyOpen(ResolvedReading reading)
    {
        List<Reason> said = [.. OpenEnds(claim => reading.Ids.Contains(claim.Id), Rule.Rival), .. DenialsOfEnd([reading])];
        if (said.Count == 0)
        {
            said.AddRange(DecidingAttestation(attestation => reading.Ids.Contains(attestation.Fact)));
        }

        return said.Count > 0
            ? said
            :
            [
                .. from claim in known.Episode.Claims
                where reading.Ids.Contains(claim.Id)
                select new Reason(Rule.Rival, bound, null, claim.StartFacts.Concat(claim.EndFacts).First()),
            ];
    }

    private List<Reason> WhereNothingIsDated()
    {
        List<Reason> said = [.. OpenEnds(claim => !known.SetAside.Any(aside => aside.End && aside.Id == claim.Id), Rule.Claim)];
        if (said.Count == 0)
        {
            said.AddRange(DecidingAttestation(attestation => !known.SetAside.Any(aside => aside.Id == attestation.Fact)));
        }

        return said.Count > 0 ? said : [new(Rule.Claim, bound, null, known.Episode.Facts[0].Fact.Id)];
    }

    private IEnumerable<Reason> OpenEnds(Func<EpisodeClaim, bool> counts, Rule rule) =>
        from claim in known.Episode.Claims
        where bound == BoundName.End && claim.EndIsOpen && counts(claim)
        select new Reason(rule, bound, "..", claim.EndFacts[0]);

    /// <summary>A denial of the end is a <c>..</c> that rivals the claimed ends.</summary>
    private IEnumerable<Reason> DenialsOfEnd(IReadOnlyList<ResolvedReading> those) =>
        from denial in known.Episode.Denials
        where bound == BoundName.End && denial.OfEnd && those.Any(reading => reading.Ids.Contains(denial.Fact))
        select new Reason(Rule.Denial, bound, "..", denial.Fact);

    /// <summary>The attestation that restricts the bound most: it had begun by the earliest one, and ended after the latest.</summary>
    private IEnumerable<Reason> DecidingAttestation(Func<EpisodeAttestation, bool> counts)
    {
        var attestations = known
            .Episode.Attestations.Where(attestation => attestation.Date is not null && counts(attestation))
            .OrderBy(attestation =>
                (bound == BoundName.Start ? attestation.Date!.Value.Latest : attestation.Date!.Value.Earliest)?.DayNumber
            )
            .ToList();
        if (attestations.Count > 0)
        {
            var deciding = bound == BoundName.Start ? attestations[0] : attestations[^1];
            yield return new(Rule.Attestation, bound, deciding.Date.ToString(), deciding.Fact);
        }
    }
}
