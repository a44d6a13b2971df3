namespace ArtsakhLedger.RulesOfTime;

/// <summary>An episode, or the polity's life, after the rules have been applied to it.</summary>
public sealed class ResolvedEpisode
{
    /// <summary>The id given; <see cref="Resolution.LifeId"/> for the polity's life.</summary>
    public required string Id { get; init; }

    /// <summary>Its nature.</summary>
    public required Nature Nature { get; init; }

    /// <summary>The seat of a post.</summary>
    public required string? Seat { get; init; }

    /// <summary>Its readings, sorted by their ids.</summary>
    public required IReadOnlyList<ResolvedReading> Readings { get; init; }

    /// <summary>What its readings admit by themselves: rules 1 to 3, without the state's life and other holders.</summary>
    public required PossibleTimes Own { get; init; }

    /// <summary>What rule 4 leaves, before rule 5.</summary>
    public required PossibleTimes AfterLife { get; init; }

    /// <summary>What all rules together leave: the admissible intervals.</summary>
    public required PossibleTimes Final { get; init; }

    /// <summary>The days before the horizon on which it is possible only because its start has no lower bound; answers leave these out.</summary>
    public required DayRanges Hidden { get; init; }

    /// <summary>Such days from the horizon on, or all of them if there is no horizon; answers mark these.</summary>
    public required DayRanges Undated { get; init; }

    /// <summary>What about it cannot all be true.</summary>
    public required IReadOnlyList<Contradiction> Contradictions { get; init; }

    /// <summary>Whether a reading lies outside the state's life (rule 6).</summary>
    public bool OutsidePolity => Readings.Any(reading => reading.BeginsOutsidePolity || reading.EndsOutsidePolity);

    /// <summary>How certain it is that it held on a day; on <see cref="Hidden"/> days nothing is possible.</summary>
    public Certainty On(long day, long? recordDate = null) => Over(day, day, recordDate).Throughout;

    /// <summary>How certain it is that it held on every day, and on some day, from first to last; on <see cref="Hidden"/> days nothing is possible.</summary>
    public (Certainty Throughout, Certainty AtSomeTime) Over(long first, long last, long? recordDate = null) =>
        Final.Over(first, last, recordDate, Hidden);

    /// <summary>Whether the day is one of <see cref="Undated"/>.</summary>
    public bool UndatedOn(long day) => Undated.Contains(PossibleTimes.Clamped(day));

    /// <summary>Whether both have the same result.</summary>
    public bool IsSameAs(ResolvedEpisode other) =>
        Own.IsSameAs(other.Own)
        && AfterLife.IsSameAs(other.AfterLife)
        && Final.IsSameAs(other.Final)
        && Hidden.Equals(other.Hidden)
        && Undated.Equals(other.Undated)
        && Contradictions.SequenceEqual(other.Contradictions)
        && Readings.Count == other.Readings.Count
        && Readings.Zip(other.Readings).All(pair => pair.First.IsSameAs(pair.Second));

    /// <summary>The days on which an answer about it may differ from the day before, in any order.</summary>
    public IEnumerable<long> ChangePoints() =>
        Own.ChangePoints()
            .Concat(AfterLife.ChangePoints())
            .Concat(Final.ChangePoints())
            .Concat(Hidden.ChangePoints())
            .Concat(Undated.ChangePoints());

    // The horizon does not hide days of the life: existence before it is "no record".
    internal static ResolvedEpisode OfLife(UnresolvedEpisode life) => Of(life, hidden: DayRanges.Empty, undated: DayRanges.Empty);

    internal static ResolvedEpisode Of(UnresolvedEpisode episode, long? horizon)
    {
        var undated = Horizon.UndatedDays(episode);
        return horizon is { } day
            ? Of(episode, hidden: undated.UpTo(day - 1), undated: undated.From(day))
            : Of(episode, hidden: DayRanges.Empty, undated);
    }

    private static ResolvedEpisode Of(UnresolvedEpisode episode, DayRanges hidden, DayRanges undated)
    {
        var readings = Array.ConvertAll(episode.Readings, ResolvedReading.Of);
        Array.Sort(readings, ResolvedReading.CompareIds);
        return new ResolvedEpisode
        {
            Id = episode.Id,
            Nature = episode.Nature,
            Seat = episode.SeatName,
            Readings = readings,
            Own = episode.Own!,
            AfterLife = episode.AfterLife!,
            Final = new PossibleTimes(episode.Sets),
            Hidden = hidden,
            Undated = undated,
            Contradictions = [.. ContradictionsOf(episode).Distinct()],
        };
    }

    private static IEnumerable<Contradiction> ContradictionsOf(UnresolvedEpisode episode)
    {
        foreach (var statement in episode.Statements)
            if (!statement.IsPossible)
                yield return new ImpossibleClaim(episode.Id, statement.Id);
        foreach (var reading in episode.Readings)
        {
            if (reading.BeginsOutside || reading.EndsOutside)
                yield return new OutsidePolity(episode.Id);
            foreach (var other in reading.ClashesWith ?? [])
                yield return string.CompareOrdinal(episode.Id, other.Id) < 0
                    ? new SeatHeldTwice(episode.Id, other.Id)
                    : new SeatHeldTwice(other.Id, episode.Id);
            if (reading.LeftWithNothing)
                yield return new NothingLeft(episode.Id);
        }
    }
}
