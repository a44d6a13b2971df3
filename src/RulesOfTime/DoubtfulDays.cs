namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// The days on which nothing that the state carries is certain: those on which it is disputed that the state existed, and those on which it
/// certainly did not or is not on record although something is told of its lives. After the record date no day of existence is certain, so
/// there may be more of them there.
/// </summary>
public sealed class DoubtfulDays
{
    private readonly DayRanges disputed;
    private readonly DayRanges disputedAfterRecord;
    private readonly DayRanges outside;
    private readonly DayRanges outsideAfterRecord;

    private DoubtfulDays(DayRanges certain, DayRanges possible, DayRanges ofDispute, DayRanges beforeHorizon, bool isTold)
    {
        disputedAfterRecord = ofDispute.Except(beforeHorizon);
        disputed = disputedAfterRecord.Except(certain);
        outsideAfterRecord = isTold ? DayRanges.Everything.Except(possible).Union(beforeHorizon) : DayRanges.Empty;
        outside = outsideAfterRecord.Except(certain);
        OnRecord = disputed.Union(outside);
        AfterRecord = disputedAfterRecord.Union(outsideAfterRecord);
    }

    /// <summary>No such days: for what the state does not carry.</summary>
    internal static DoubtfulDays None { get; } = new(DayRanges.Empty, DayRanges.Empty, DayRanges.Empty, DayRanges.Empty, isTold: false);

    /// <summary>Both kinds of days, as far as they are not after the record date.</summary>
    internal DayRanges OnRecord { get; }

    /// <summary>Both kinds of days, as far as they are after the record date.</summary>
    internal DayRanges AfterRecord { get; }

    /// <summary>The days on which it is disputed that the state existed.</summary>
    public DayRanges Disputed(long? recordDate = null) => Join(disputed, disputedAfterRecord, recordDate);

    /// <summary>The days on which the state certainly did not exist, or on which there is no record of it, though something is told of its lives.</summary>
    public DayRanges Outside(long? recordDate = null) => Join(outside, outsideAfterRecord, recordDate);

    /// <summary>The days on which either may differ from the day before, in any order, except the day after the record date.</summary>
    public IEnumerable<long> ChangePoints() =>
        new[] { disputed, disputedAfterRecord, outside, outsideAfterRecord }.SelectMany(days => days.ChangePoints());

    /// <summary>Whether both have the same days.</summary>
    public bool IsSameAs(DoubtfulDays other) =>
        ReferenceEquals(this, other)
        || (
            other is not null
            && disputed.Equals(other.disputed)
            && disputedAfterRecord.Equals(other.disputedAfterRecord)
            && outside.Equals(other.outside)
            && outsideAfterRecord.Equals(other.outsideAfterRecord)
        );

    internal bool DisputedOn(long day, long? recordDate) => (day > recordDate ? disputedAfterRecord : disputed).Contains(day);

    internal bool OutsideOn(long day, long? recordDate) => (day > recordDate ? outsideAfterRecord : outside).Contains(day);

    internal static DoubtfulDays Of(IReadOnlyList<ResolvedEpisode> lives, bool isTold, long? horizon)
    {
        var certain = lives.Aggregate(DayRanges.Empty, (days, life) => days.Union(life.Final.CertainDays));
        var possible = lives.Aggregate(DayRanges.Empty, (days, life) => days.Union(life.Final.Days));

        // A bare denial that the state ever existed makes no day a disputed one, nor one without the state.
        var ofDispute = lives.Aggregate(
            DayRanges.Empty,
            (days, life) => days.Union(ResolvedReading.DaysOfDispute(life.Readings, withDenials: false))
        );
        return new DoubtfulDays(
            certain,
            possible,
            ofDispute,
            horizon is { } day ? DayRanges.Everything.UpTo(day - 1) : DayRanges.Empty,
            isTold
        );
    }

    private static DayRanges Join(DayRanges onRecord, DayRanges afterRecord, long? recordDate) =>
        recordDate is { } date ? onRecord.UpTo(date).Union(afterRecord.From(date + 1)) : onRecord;
}
