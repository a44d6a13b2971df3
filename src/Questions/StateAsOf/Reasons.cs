using ArtsakhLedger.Asking;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.RulesOfTime;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>Names what makes an answer what it is, wherever it is not certain by the episode's own claims alone: the bound, its
/// date, the fact that sets it.</summary>
/// <param name="frame">The polity's life and what binds it.</param>
/// <param name="recordDate">Nothing is certain after it; null where that is not looked at.</param>
public sealed class Reasons(KnownFrame frame, Day? recordDate)
{
    private IReadOnlyList<Reason>? startOfLife;
    private IReadOnlyList<Reason>? endOfLife;

    private ResolvedEpisode Life => frame.Frame.Life;

    /// <summary>The reasons for the polity's existence on a day.</summary>
    public IReadOnlyList<Reason> ForExistence(long day) => For(Life, frame.Life, day);

    /// <summary>The reasons for its existence on both edges of a longer date.</summary>
    public IReadOnlyList<Reason> ForExistence(AskedDate on) => [.. ForExistence(on.First.Number).Union(ForExistence(on.Last.Number))];

    /// <summary>The days on which the reasons for an episode may change, beside those on which it does.</summary>
    internal IEnumerable<long> ChangePoints(KnownEpisode known)
    {
        var next =
            known.Resolved.Seat is not null && OnlyLasts(known.Resolved)
                ? NextInSeat(known.Resolved).Select(next => next.Resolved.Final.EarliestStart)
                : [];
        return (MayLast(known.Resolved) ? next.Append(Life.Final.EarliestEnd) : next).OfType<long>();
    }

    /// <summary>Whether no entry names the polity's life as a reason otherwise than by the other.</summary>
    internal bool AreOfTheSameLifeAs(Reasons other) =>
        LifeReasons(BoundName.Start).SequenceEqual(other.LifeReasons(BoundName.Start))
        && LifeReasons(BoundName.End).SequenceEqual(other.LifeReasons(BoundName.End));

    /// <summary>The reasons for the value on a day, or on both edges of a longer date; none where it is not, or certain by its own claims.</summary>
    public IReadOnlyList<Reason> For(KnownEpisode known, AskedDate on)
    {
        var first = For(known.Resolved, known, on.First.Number);
        return on.IsDay ? first : [.. first.Union(For(known.Resolved, known, on.Last.Number))];
    }

    /// <summary>The reasons for an episode's having ended: its own end where a source says that it had one, otherwise that of the state that carried it.</summary>
    public IReadOnlyList<Reason> ForItsEnd(KnownEpisode known) =>
        SaidToHaveEnded(known) is { Count: > 0 } own ? own
        : frame.Life is not { } life ? []
        : [.. SaidToHaveEnded(life).Select(reason => reason with { Rule = Rule.Life, Episode = life.Episode.Id })];

    /// <summary>What is said of the end where a source dates it, else who says without a date that there was one.</summary>
    private static IReadOnlyList<Reason> SaidToHaveEnded(KnownEpisode known)
    {
        var said = SaidOfBound.Reasons(known, BoundName.End);
        return said.Any(reason => reason is { Rule: Rule.Claim or Rule.Rival, Edtf: not (null or "..") })
            ? said
            :
            [
                .. from claim in known.Episode.Claims
                where claim.EndIsUndated
                select new Reason(Rule.Claim, BoundName.End, null, claim.EndFacts[0]),
            ];
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
            reasons.AddRange(WhyCertainAfterAll(resolved, known, day));
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
    /// dates an end, its own facts do, and the state where another reading does not.</summary>
    private IEnumerable<Reason> WhyItMayEnd(ResolvedEpisode resolved, KnownEpisode? known, long day)
    {
        var state = MayLast(resolved) && MayEndBy(Life.Final, day) ? LifeReasons(BoundName.End) : [];
        if (!OnlyLasts(resolved))
        {
            return ReasonsFor(resolved, known, BoundName.End).Concat(state);
        }

        var reasons = state
            .Concat(
                from next in NextInSeat(resolved)
                where !(next.Resolved.Final.EarliestStart > day)
                from reason in OwnReasons(next, BoundName.Start)
                select reason with
                {
                    Rule = Rule.Seat,
                    Episode = next.Episode.Id,
                }
            )
            .ToList();
        return reasons.Count > 0 ? reasons : ReasonsFor(resolved, known, BoundName.End);
    }

    private bool OnlyLasts(ResolvedEpisode resolved) =>
        resolved != Life && resolved.Readings.Where(reading => reading.Final.MayHaveHappened).All(reading => reading.EndsWithState);

    /// <summary>Whether in some reading it ends with the state.</summary>
    private bool MayLast(ResolvedEpisode resolved) =>
        resolved != Life && resolved.Readings.Any(reading => reading.Final.MayHaveHappened && reading.EndsWithState);

    /// <summary>The holders of the same seat that may begin after one.</summary>
    private IEnumerable<KnownEpisode> NextInSeat(ResolvedEpisode resolved) =>
        from other in OthersInSeat(resolved)
        where other.Resolved.Final.MayHaveHappened && other.Resolved.Final.LastStart > resolved.Final.FirstStart
        select other;

    private IEnumerable<KnownEpisode> OthersInSeat(ResolvedEpisode resolved) =>
        resolved.Seat is null ? [] : frame.Binding.Where(other => other.Resolved != resolved && other.Resolved.Seat == resolved.Seat);

    /// <summary>The denials that readings leave standing.</summary>
    private static IEnumerable<Reason> Denials(ResolvedEpisode resolved, Episode? episode) =>
        from denial in episode?.Denials ?? []
        where !denial.OfEnd && resolved.Readings.Any(reading => reading.Ids.Contains(denial.Fact))
        select new Reason(Rule.Denial, null, null, denial.Fact);

    private static bool MayBeginAfter(PossibleTimes stage, long day) => stage.LatestStart is not { } latest || latest > day;

    private static bool MayEndBy(PossibleTimes stage, long day) =>
        !stage.NeverEnds && (stage.EarliestEnd is not { } earliest || earliest <= day);

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
    private IReadOnlyList<Reason> LifeReasons(BoundName bound)
    {
        return bound == BoundName.Start ? startOfLife ??= OfLife() : endOfLife ??= OfLife();

        IReadOnlyList<Reason> OfLife() =>
            [
                .. ReasonsFor(Life, frame.Life, bound)
                    .Select(reason => reason with { Rule = Rule.Life, Episode = reason.Episode ?? frame.Life?.Episode.Id }),
            ];
    }

    /// <summary>What the episode's own facts say of a bound; of a life that no fact speaks of, that nothing dates it.</summary>
    private static IReadOnlyList<Reason> OwnReasons(KnownEpisode? known, BoundName bound) =>
        known is null ? [new(Rule.Life, bound, null, null)] : SaidOfBound.Reasons(known, bound);

    /// <summary>The polity's life or the seat made certain what the episode's own claims left open.</summary>
    private IEnumerable<Reason> WhyCertainAfterAll(ResolvedEpisode resolved, KnownEpisode? known, long day)
    {
        if (resolved == Life)
        {
            var starts = MayBeginAfter(resolved.Own, day) ? CarriersThatBind(resolved, BoundName.Start) : [];
            var ends = MayEndBy(resolved.Own, day) ? CarriersThatBind(resolved, BoundName.End) : [];
            return starts.Concat(ends);
        }

        var bound = MayBeginAfter(resolved.Own, day) ? BoundName.Start : BoundName.End;
        if (resolved.AfterLife.On(day) != Certainty.Certain)
        {
            return WhyTheSeat(resolved, bound);
        }

        return bound == BoundName.End && MayLast(resolved) && !OnlyLasts(resolved)
            ? OwnReasons(known, bound).Concat(LifeReasons(bound))
            : LifeReasons(bound);
    }

    /// <summary>The posts and institutions on whose days the state existed, as far as they narrow a bound of its life (rule 4).</summary>
    private IEnumerable<Reason> CarriersThatBind(ResolvedEpisode life, BoundName bound)
    {
        var (own, final) =
            bound == BoundName.Start ? (life.Own.LatestStart, life.Final.LatestStart) : (life.Own.EarliestEnd, life.Final.EarliestEnd);
        return from carrier in frame.Binding
            where final is not null && final != own
            where (bound == BoundName.Start ? carrier.Resolved.Final.LatestStart : carrier.Resolved.Final.EarliestEnd) == final
            from reason in OwnReasons(carrier, bound)
            select reason with
            {
                Rule = Rule.Life,
                Episode = carrier.Episode.Id,
            };
    }

    private IEnumerable<Reason> WhyTheSeat(ResolvedEpisode resolved, BoundName bound) =>
        from other in OthersInSeat(resolved)
        where
            bound == BoundName.Start
                ? other.Resolved.Final.EarliestEnd == resolved.Final.LatestStart
                : other.Resolved.Final.LatestStart == resolved.Final.EarliestEnd
        from reason in OwnReasons(other, bound == BoundName.Start ? BoundName.End : BoundName.Start)
        select reason with
        {
            Rule = Rule.Seat,
            Episode = other.Episode.Id,
        };
}
