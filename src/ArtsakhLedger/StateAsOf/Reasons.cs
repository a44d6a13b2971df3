using ArtsakhLedger.Dates;
using ArtsakhLedger.RulesOfTime;
using Day = Edtf.Day;
using Episode = ArtsakhLedger.Episodes.Episode;

namespace ArtsakhLedger.StateAsOf;

/// <summary>Names what makes an answer what it is, wherever it is not certain by the episode's own claims alone: the bound, its
/// date, the fact that sets it.</summary>
/// <param name="frame">The polity's life and what binds it.</param>
/// <param name="recordDate">Nothing is certain after it; null where that is not looked at.</param>
public sealed class Reasons(KnownFrame frame, Day? recordDate)
{
    private ResolvedEpisode Life => frame.Frame.Life;

    /// <summary>The reasons for the polity's existence on a day.</summary>
    public IReadOnlyList<Reason> ForExistence(long day) => For(Life, frame.Life, day);

    /// <summary>The reasons for its existence on both edges of a longer date.</summary>
    public IReadOnlyList<Reason> ForExistence(AskedDate on) => [.. ForExistence(on.First.Number).Union(ForExistence(on.Last.Number))];

    /// <summary>The days on which the reasons for an episode may change, beside those on which it does.</summary>
    internal IEnumerable<long> ChangePoints(KnownEpisode known) =>
        known.Resolved.Seat is not null && OnlyLasts(known.Resolved)
            ? NextInSeat(known.Resolved).Select(next => next.Resolved.Final.EarliestStart).Append(Life.Final.EarliestEnd).OfType<long>()
            : [];

    /// <summary>Whether no entry names the polity's life as a reason otherwise than by the other.</summary>
    internal bool AreOfTheSameLifeAs(Reasons other) =>
        LifeReasons(BoundName.Start).SequenceEqual(other.LifeReasons(BoundName.Start)) && LifeReasons(BoundName.End).SequenceEqual(other.LifeReasons(BoundName.End));

    /// <summary>The reasons for the value on a day, or on both edges of a longer date; none where it is not, or certain by its own claims.</summary>
    public IReadOnlyList<Reason> For(KnownEpisode known, AskedDate on)
    {
        var first = For(known.Resolved, known, on.First.Number);
        return on.IsDay ? first : [.. first.Union(For(known.Resolved, known, on.Last.Number))];
    }

    private IReadOnlyList<Reason> For(ResolvedEpisode resolved, KnownEpisode? known, long day)
    {
        var certainty = resolved.On(day, null);
        if (certainty is Certainty.Not or Certainty.NoRecord)
        {
            return [];
        }

        var reasons = new List<Reason>();
        if (certainty == Certainty.Possible)
        {
            reasons.AddRange(WhyOnlyPossible(resolved, known, day));
        }
        else if (resolved.Own.On(day) != Certainty.Certain)
        {
            reasons.AddRange(WhyCertainAfterAll(resolved, day));
        }

        if (certainty == Certainty.Certain && recordDate is { } last && day > last.Number)
        {
            reasons.Add(new(Rule.RecordDate, null, last.ToString(), null));
        }

        return [.. reasons.Distinct()];
    }

    private IEnumerable<Reason> WhyOnlyPossible(ResolvedEpisode resolved, KnownEpisode? known, long day)
    {
        var reasons = Enumerable.Empty<Reason>();
        if (MayBeginAfter(resolved.Final, day))
        {
            reasons = ReasonsFor(resolved, known, BoundName.Start);
        }

        if (MayEndBy(resolved.Final, day))
        {
            reasons = reasons.Concat(WhyItMayEnd(resolved, known, day));
        }

        return resolved.Final.MayNotHaveHappened ? reasons.Concat(Denials(resolved, known?.Episode)) : reasons;
    }

    /// <summary>What only lasts ends with the state, or in a seat where another holder begins, so that these decide it (rules 3 and 5); where any reading
    /// dates an end, its own facts do.</summary>
    private IEnumerable<Reason> WhyItMayEnd(ResolvedEpisode resolved, KnownEpisode? known, long day)
    {
        if (!OnlyLasts(resolved))
        {
            return ReasonsFor(resolved, known, BoundName.End);
        }

        var state = MayEndBy(Life.Final, day) ? LifeReasons(BoundName.End) : [];
        var reasons = state.Concat(
            from next in NextInSeat(resolved)
            where !(next.Resolved.Final.EarliestStart > day)
            from reason in OwnReasons(next, BoundName.Start)
            select reason with { Rule = Rule.Seat, Episode = next.Episode.Id }).ToList();
        return reasons.Count > 0 ? reasons : ReasonsFor(resolved, known, BoundName.End);
    }

    private bool OnlyLasts(ResolvedEpisode resolved) =>
        resolved != Life && resolved.Readings.Where(reading => reading.Final.MayHaveHappened).All(reading => reading.EndsWithState);

    /// <summary>The holders of the same seat that may begin after one.</summary>
    private IEnumerable<KnownEpisode> NextInSeat(ResolvedEpisode resolved) =>
        from other in OthersInSeat(resolved)
        where other.Resolved.Final.MayHaveHappened && other.Resolved.Final.LastStart > resolved.Final.FirstStart
        select other;

    private IEnumerable<KnownEpisode> OthersInSeat(ResolvedEpisode resolved) => resolved.Seat is null
        ? []
        : frame.Binding.Where(other => other.Resolved != resolved && other.Resolved.Seat == resolved.Seat);

    /// <summary>The denials that readings leave standing.</summary>
    private static IEnumerable<Reason> Denials(ResolvedEpisode resolved, Episode? episode) =>
        from denial in episode?.Denials ?? []
        where !denial.OfEnd && resolved.Readings.Any(reading => reading.Ids.Contains(denial.Fact))
        select new Reason(Rule.Denial, null, null, denial.Fact);

    private static bool MayBeginAfter(Stage stage, long day) => stage.LatestStart is not { } latest || latest > day;

    private static bool MayEndBy(Stage stage, long day) => !stage.NeverEnds && (stage.EarliestEnd is not { } earliest || earliest <= day);

    /// <summary>What sets a bound: of the polity's life perhaps a minister or an institution, of anything else its own facts.</summary>
    private IEnumerable<Reason> ReasonsFor(ResolvedEpisode resolved, KnownEpisode? known, BoundName bound)
    {
        if (resolved != Life)
        {
            return OwnReasons(known, bound);
        }

        var carriers = CarriersThatBind(resolved, bound).ToList();
        return carriers.Count > 0 ? carriers : OwnReasons(frame.Life, bound);
    }

    /// <summary>What sets a bound of the polity's life, for an episode that the life decides.</summary>
    private IEnumerable<Reason> LifeReasons(BoundName bound) =>
        from reason in ReasonsFor(Life, frame.Life, bound)
        select reason with { Rule = Rule.Life, Episode = reason.Episode ?? frame.Life?.Episode.Id };

    /// <summary>What the episode's own facts say of a bound: its claim, its rival claims, else what attests it, else nothing.</summary>
    private static IEnumerable<Reason> OwnReasons(KnownEpisode? known, BoundName bound)
    {
        if (known is null)
        {
            return [new(Rule.Life, bound, null, null)];
        }

        var (episode, setAside) = (known.Episode, known.SetAside);
        var claims = (bound == BoundName.Start
            ? from claim in episode.Claims
              where claim.Start is not null && !setAside.Any(aside => aside.Start && aside.Id == claim.Id)
              select (Edtf: claim.Start?.ToString(), Fact: claim.StartFacts[0])
            : from claim in episode.Claims
              where (claim.End is not null || claim.EndIsOpen) && !setAside.Any(aside => aside.End && aside.Id == claim.Id)
              select (Edtf: (string?)(claim.End?.ToString() ?? ".."), Fact: claim.EndFacts[0]))
            .Distinct().ToList();
        if (claims.Count > 0)
        {
            var rule = claims.Select(claim => claim.Edtf).Distinct().Count() > 1 ? Rule.Rival : Rule.Claim;
            return claims.Select(claim => new Reason(rule, bound, claim.Edtf, claim.Fact));
        }

        var attestation = episode.Attestations.Where(attestation => attestation.Date is not null && !setAside.Any(aside => aside.Id == attestation.Fact))
            .OrderBy(attestation => (bound == BoundName.Start ? attestation.Date!.Value.Latest : attestation.Date!.Value.Earliest)?.Number)
            .ToList();
        if (attestation.Count > 0)
        {
            var deciding = bound == BoundName.Start ? attestation[0] : attestation[^1];
            return [new(Rule.Attestation, bound, deciding.Date.ToString(), deciding.Fact)];
        }

        // No source dates it: the fact that says so little is the reason.
        return [new(Rule.Claim, bound, null, episode.Facts[0].Fact.Id)];
    }

    /// <summary>The polity's life or the seat made certain what the episode's own claims left open.</summary>
    private IEnumerable<Reason> WhyCertainAfterAll(ResolvedEpisode resolved, long day)
    {
        if (resolved == Life)
        {
            var starts = MayBeginAfter(resolved.Own, day) ? CarriersThatBind(resolved, BoundName.Start) : [];
            var ends = MayEndBy(resolved.Own, day) ? CarriersThatBind(resolved, BoundName.End) : [];
            return starts.Concat(ends);
        }

        var bound = MayBeginAfter(resolved.Own, day) ? BoundName.Start : BoundName.End;
        return resolved.AfterLife.On(day) == Certainty.Certain
            ? LifeReasons(bound)
            : WhyTheSeat(resolved, bound);
    }

    /// <summary>The posts and institutions on whose days the state existed, as far as they narrow a bound of its life (rule 4).</summary>
    private IEnumerable<Reason> CarriersThatBind(ResolvedEpisode life, BoundName bound)
    {
        var (own, final) = bound == BoundName.Start ? (life.Own.LatestStart, life.Final.LatestStart) : (life.Own.EarliestEnd, life.Final.EarliestEnd);
        return from carrier in frame.Binding
               where final is not null && final != own
               where (bound == BoundName.Start ? carrier.Resolved.Final.LatestStart : carrier.Resolved.Final.EarliestEnd) == final
               from reason in OwnReasons(carrier, bound)
               select reason with { Rule = Rule.Life, Episode = carrier.Episode.Id };
    }

    private IEnumerable<Reason> WhyTheSeat(ResolvedEpisode resolved, BoundName bound) =>
        from other in OthersInSeat(resolved)
        where bound == BoundName.Start
            ? other.Resolved.Final.EarliestEnd == resolved.Final.LatestStart
            : other.Resolved.Final.LatestStart == resolved.Final.EarliestEnd
        from reason in OwnReasons(other, bound == BoundName.Start ? BoundName.End : BoundName.Start)
        select reason with { Rule = Rule.Seat, Episode = other.Episode.Id };
}
