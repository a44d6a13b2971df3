using ArtsakhLedger.Asking;
using ArtsakhLedger.RulesOfTime;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>The reasons for an answer that is not certain from the episode's own claims: the bound, its date, and the fact that gives
/// it.</summary>
/// <param name="resolved">The result of the rules for the episode.</param>
/// <param name="known">The episode; null for a life that no fact is about.</param>
/// <param name="recordDate">Nothing is certain after it; null to ignore that.</param>
internal abstract class Reasons(ResolvedEpisode resolved, KnownEpisode? known, Day? recordDate)
{
    /// <summary>The reasons for the value on a day, or on the first and last day of a longer date; empty if it did not hold, or is certain
    /// from its own claims.</summary>
    public IReadOnlyList<Reason> For(QueryDate asked)
    {
        var first = ForDay(asked.First.DayNumber);
        return asked.IsDay ? first : [.. first.Union(ForDay(asked.Last.DayNumber))];
    }

    protected abstract IEnumerable<Reason> WhyItMayBeginLater();

    protected abstract IEnumerable<Reason> WhyItMayEndBy(long day);

    /// <summary>Why it is certain although the episode's own claims leave it open.</summary>
    protected abstract IEnumerable<Reason> WhyCertainOn(long day);

    protected static bool MayBeginAfter(PossibleTimes stage, long day) => stage.LatestStart is not { } latest || latest > day;

    protected static bool MayEndBy(PossibleTimes stage, long day) => !stage.NeverEnds && !(stage.EarliestEnd > day);

    /// <inheritdoc cref="For"/>
    public IReadOnlyList<Reason> ForDay(long day)
    {
        var certainty = resolved.On(day);
        var reasons = certainty switch
        {
            Certainty.Possible => WhyOnlyPossibleOn(day),
            Certainty.Certain => WhyCertain(day),
            _ => [],
        };
        return [.. reasons.Distinct()];
    }

    private IEnumerable<Reason> WhyOnlyPossibleOn(long day)
    {
        var start = MayBeginAfter(resolved.Final, day) ? WhyItMayBeginLater() : [];
        var end = MayEndBy(resolved.Final, day) ? WhyItMayEndBy(day) : [];
        var denials =
            from denial in known?.Episode.Denials ?? []
            where resolved.Final.MayNotHaveHappened && !denial.OfEnd
            where resolved.Readings.Any(reading => reading.Ids.Contains(denial.Fact))
            select new Reason(Rule.Denial, null, null, denial.Fact);
        return start.Concat(end).Concat(denials).Concat(resolved.Final.On(day) == Certainty.Certain ? WhyInDoubtOn(day) : []);
    }

    /// <summary>Why it is only possible although it is certain by itself: what the state carries is no surer than the state.</summary>
    protected virtual IEnumerable<Reason> WhyInDoubtOn(long day) => [];

    private IEnumerable<Reason> WhyCertain(long day)
    {
        var reasons = resolved.Own.On(day) == Certainty.Certain ? [] : WhyCertainOn(day);
        return recordDate is { } last && day > last.DayNumber ? reasons.Append(new(Rule.RecordDate, null, last.ToString(), null)) : reasons;
    }
}

/// <summary>The reasons for an episode.</summary>
internal sealed class EpisodeReasons : Reasons
{
    private readonly KnownEpisode known;
    private readonly ReasonContext context;

    /// <param name="known">The episode.</param>
    /// <param name="context">What else the reasons depend on.</param>
    /// <param name="recordDate">Nothing is certain after it; null to ignore that.</param>
    public EpisodeReasons(KnownEpisode known, ReasonContext context, Day? recordDate)
        : base(known.Resolved, known, recordDate) => (this.known, this.context) = (known, context);

    /// <summary>The days on which the reasons may change, besides those on which the episode does.</summary>
    public IEnumerable<long> ChangePoints()
    {
        var starts = context.Successors.Select(next => next.EarliestStart);
        return (known.MayLast ? starts.Concat(context.Lives?.Ends ?? []) : starts)
            .Concat(known.Resolved.IsInDoubt && context.Lives is { } lives ? lives.Starts.Concat(lives.Ends) : [])
            .Concat(context.Lives?.Turns ?? [])
            .OfType<long>();
    }

    protected override IEnumerable<Reason> WhyItMayBeginLater() => known.ReasonsFor(BoundName.Start);

    /// <summary>An episode that lasts by its nature ends with the state, or where another holder of its seat begins (rules 3 and 5). If a
    /// reading dates an end, its own facts end it, and so does the state if another reading lasts.</summary>
    protected override IEnumerable<Reason> WhyItMayEndBy(long day)
    {
        var state = known.MayLast && context.LifeOn(day) is { } life && life.MayEndBy(day) ? life.End : EquatableList<Reason>.Empty;
        if (!known.OnlyLasts)
        {
            return known.ReasonsFor(BoundName.End).Concat(state);
        }

        var reasons = state.Concat(context.Successors.Where(next => next.MayHaveBegunBy(day)).SelectMany(next => next.Reasons)).ToList();
        return reasons.Count > 0 ? reasons : known.ReasonsFor(BoundName.End);
    }

    protected override IEnumerable<Reason> WhyInDoubtOn(long day) =>
        context.LifeOn(day) is not { } life
            ? []
            : (life.MayBeginAfter(day) ? life.Start : EquatableList<Reason>.Empty).Concat(
                life.MayEndBy(day) ? life.End : EquatableList<Reason>.Empty
            );

    /// <summary>The polity's life or the seat.</summary>
    protected override IEnumerable<Reason> WhyCertainOn(long day)
    {
        var bound = MayBeginAfter(known.Resolved.Own, day) ? BoundName.Start : BoundName.End;
        if (known.Resolved.AfterLife.On(day) != Certainty.Certain)
        {
            return bound == BoundName.Start ? context.SeatAtStart : context.SeatAtEnd;
        }

        var around = context.LifeOn(day);
        var life = (bound == BoundName.Start ? around?.Start : around?.End) ?? EquatableList<Reason>.Empty;
        return bound == BoundName.End && known.MayLast && !known.OnlyLasts ? known.ReasonsFor(bound).Concat(life) : life;
    }
}
