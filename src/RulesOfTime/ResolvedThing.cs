namespace ArtsakhLedger.RulesOfTime;

/// <summary>A thing with its periods: it holds as surely as its surest period.</summary>
public sealed class ResolvedThing
{
    private readonly DayRanges attested;

    /// <param name="periods">Its periods, in order; at least one.</param>
    /// <param name="loose">The attestations that may lie in several of them; others are ignored.</param>
    public ResolvedThing(IReadOnlyList<ResolvedEpisode> periods, IEnumerable<LooseAttestation> loose)
    {
        ArgumentNullException.ThrowIfNull(periods);
        Periods = periods;
        attested = LooseDays.Of(periods.Select(period => period.Id).ToHashSet(), loose).Except(periods[0].Doubts.OnRecord);
    }

    /// <summary>The id of its first period.</summary>
    public string Id => Periods[0].Id;

    /// <summary>Its periods, in order.</summary>
    public IReadOnlyList<ResolvedEpisode> Periods { get; }

    /// <summary>How certain it is that it held on a day.</summary>
    public Certainty On(long day, long? recordDate = null) => Over(day, day, recordDate).Throughout;

    /// <summary>How certain it is that some period of it held on every day, and on some day, from first to last.</summary>
    public (Certainty Throughout, Certainty AtSomeTime) Over(long first, long last, long? recordDate = null)
    {
        var known = recordDate is { } date ? attested.UpTo(date) : attested;
        var (from, to) = (PossibleTimes.Clamped(first), PossibleTimes.Clamped(last));
        var each = Periods.Select(period => period.Over(first, last, recordDate)).ToArray();
        return (
            known.Covers(from, to) ? Certainty.Certain : each.Max(one => one.Throughout),
            known.Overlaps(from, to) ? Certainty.Certain : each.Max(one => one.AtSomeTime)
        );
    }

    /// <summary>Why it is only possible that it held on a day: as of the period that comes first in the order of <see cref="Basis"/>. Null if it is not only
    /// possible.</summary>
    public Basis? BasisOn(long day, long? recordDate = null) =>
        On(day, recordDate) != Certainty.Possible ? null : Periods.Min(period => period.BasisOn(day, recordDate));

    /// <summary>The days on which an answer about it may differ from the day before, in any order, except the day after the record date.</summary>
    public IEnumerable<long> ChangePoints() => Periods.SelectMany(period => period.ChangePoints()).Concat(attested.ChangePoints());
}
