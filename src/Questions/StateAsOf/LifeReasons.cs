using ArtsakhLedger.Asking;
using ArtsakhLedger.RulesOfTime;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>The reasons for the polity's existence: those of the lives that may hold, or of the posts and institutions that prove it.</summary>
internal sealed class ExistenceReasons(PolityFrame frame, Day? recordDate)
{
    private readonly LifeReasons[] lives = [.. frame.Frame.Lives.Select((_, place) => new LifeReasons(frame, place, recordDate))];

    /// <inheritdoc cref="Reasons.For"/>
    public IReadOnlyList<Reason> For(QueryDate asked)
    {
        var first = ForDay(asked.First.DayNumber);
        return asked.IsDay ? first : [.. first.Union(ForDay(asked.Last.DayNumber))];
    }

    private IReadOnlyList<Reason> ForDay(long day)
    {
        var certainty = frame.Frame.ExistenceOn(day);
        var found = lives.Where((_, place) => frame.Frame.Lives[place].On(day) == certainty).ToList();
        return certainty switch
        {
            Certainty.Certain when found.Count > 0 => found[0].ForDay(day),
            Certainty.Certain => [.. ByWhatItCarried(day).Distinct()],
            Certainty.Possible => [.. found.SelectMany(life => life.ForDay(day)).Distinct()],
            _ => [],
        };
    }

    private IEnumerable<Reason> ByWhatItCarried(long day)
    {
        var proof = frame.Frame.ProofOn(day);
        var proofs =
            from binding in frame.Binding
            where binding.Resolved.Id == proof?.Id
            from bound in new[] { BoundName.Start, BoundName.End }
            from reason in binding.ReasonsFor(bound)
            select reason with
            {
                Rule = Rule.Life,
                Episode = binding.Episode.Id,
            };
        return recordDate is { } last && day > last.DayNumber ? proofs.Append(new(Rule.RecordDate, null, last.ToString(), null)) : proofs;
    }
}

/// <summary>The reasons for one of the polity's lives.</summary>
/// <param name="frame">Its lives, and what binds them.</param>
/// <param name="place">The place of the life among them.</param>
/// <param name="recordDate">Nothing is certain after it; null to ignore that.</param>
internal sealed class LifeReasons(PolityFrame frame, int place, Day? recordDate)
    : Reasons(frame.Frame.Lives[place], frame.Lives.ElementAtOrDefault(place), recordDate)
{
    private readonly ResolvedEpisode resolved = frame.Frame.Lives[place];

    /// <summary>The reasons for a bound of the life: a post or an institution that narrows it, otherwise its own facts, or that there are
    /// none.</summary>
    public IReadOnlyList<Reason> ForBound(BoundName bound) =>
        NarrowedBy(bound).ToList() is { Count: > 0 } binding ? binding
        : frame.Lives.ElementAtOrDefault(place) is { } life ? life.ReasonsFor(bound)
        : [new(Rule.Life, bound, null, null)];

    protected override IEnumerable<Reason> WhyItMayBeginLater() => ForBound(BoundName.Start);

    protected override IEnumerable<Reason> WhyItMayEndBy(long day) => ForBound(BoundName.End);

    protected override IEnumerable<Reason> WhyCertainOn(long day)
    {
        var starts = MayBeginAfter(resolved.Own, day) ? NarrowedBy(BoundName.Start) : [];
        var ends = MayEndBy(resolved.Own, day) ? NarrowedBy(BoundName.End) : [];
        return starts.Concat(ends);
    }

    /// <summary>The posts and institutions that narrow a bound of the state's life, because it existed on all their days (rule
    /// 4).</summary>
    private IEnumerable<Reason> NarrowedBy(BoundName bound)
    {
        var (own, final) = (BoundOf(resolved.Own, bound), BoundOf(resolved.Final, bound));
        return from binding in frame.Binding
            where final is not null && final != own && BoundOf(binding.Resolved.Final, bound) == final
            from reason in binding.ReasonsFor(bound)
            select reason with
            {
                Rule = Rule.Life,
                Episode = binding.Episode.Id,
            };
    }

    private static long? BoundOf(PossibleTimes stage, BoundName bound) => bound == BoundName.Start ? stage.LatestStart : stage.EarliestEnd;
}
