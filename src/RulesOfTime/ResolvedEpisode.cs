namespace ArtsakhLedger.RulesOfTime;

/// <summary>An episode (one period of a thing), or a life of the polity, after the rules have been applied to it.</summary>
public sealed class ResolvedEpisode
{
    /// <summary>The id given; <see cref="Resolution.LifeId"/> for the polity's first life.</summary>
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

    /// <summary>The days on which it is no surer than the state; none if the state does not carry it.</summary>
    public required DoubtfulDays Doubts { get; init; }

    /// <summary>The days on which some reading of it holds and another does not.</summary>
    public required DayRanges DaysOfDispute { get; init; }

    /// <summary>Whether its end is unknown, and no source dates one: nothing vouches for it after it was last attested.</summary>
    public required bool EndsUnattested { get; init; }

    /// <summary>The days on which it is possible only because its start has no lower bound.</summary>
    internal DayRanges OnlyByUnboundedStart { get; private init; } = DayRanges.Empty;

    /// <summary>What about it cannot all be true.</summary>
    public required IReadOnlyList<Contradiction> Contradictions { get; init; }

    /// <summary>Whether the state makes a day only possible on which it would be certain otherwise.</summary>
    public bool IsInDoubt => Doubts.OnRecord.Meets(Final.CertainDays);

    /// <summary>Whether a reading lies outside the state's life (rule 6).</summary>
    public bool OutsidePolity => Readings.Any(reading => reading.BeginsOutsidePolity || reading.EndsOutsidePolity);

    /// <summary>How certain it is that it held on a day; on <see cref="Hidden"/> days nothing is possible.</summary>
    public Certainty On(long day, long? recordDate = null) => Final.On(day, recordDate, Hidden, Doubts.OnRecord);

    /// <summary>How certain it is that it held on every day, and on some day, from first to last; on <see cref="Hidden"/> days nothing is possible.</summary>
    public (Certainty Throughout, Certainty AtSomeTime) Over(long first, long last, long? recordDate = null) =>
        Final.Over(first, last, recordDate, Hidden, Doubts.OnRecord);

    /// <summary>Why it is only possible that it held on a day; null if it is not only possible.</summary>
    public Basis? BasisOn(long day, long? recordDate = null) =>
        On(day, recordDate) == Certainty.Possible ? BasisIfPossible(PossibleTimes.Clamped(day), recordDate) : null;

    /// <summary>Whether the day is one of <see cref="Undated"/>.</summary>
    public bool UndatedOn(long day) => Undated.Contains(PossibleTimes.Clamped(day));

    /// <summary>Whether both have the same result.</summary>
    public bool IsSameAs(ResolvedEpisode other) =>
        Own.IsSameAs(other.Own)
        && AfterLife.IsSameAs(other.AfterLife)
        && Final.IsSameAs(other.Final)
        && Hidden.Equals(other.Hidden)
        && Undated.Equals(other.Undated)
        && Doubts.IsSameAs(other.Doubts)
        && DaysOfDispute.Equals(other.DaysOfDispute)
        && EndsUnattested == other.EndsUnattested
        && Contradictions.SequenceEqual(other.Contradictions)
        && Readings.Count == other.Readings.Count
        && Readings.Zip(other.Readings).All(pair => pair.First.IsSameAs(pair.Second));

    /// <summary>The days on which an answer about it may differ from the day before, in any order.</summary>
    public IEnumerable<long> ChangePoints() =>
        Own.ChangePoints()
            .Concat(AfterLife.ChangePoints())
            .Concat(Final.ChangePoints())
            .Concat(OnlyByUnboundedStart.ChangePoints())
            .Concat(Hidden.ChangePoints())
            .Concat(DaysOfDispute.ChangePoints())
            .Concat(Doubts.ChangePoints());

    internal Basis BasisIfPossible(long day, long? recordDate) =>
        day > recordDate && Final.CertainDays.Contains(day) && !Doubts.AfterRecord.Contains(day) ? Basis.NotYet
        : DaysOfDispute.Contains(day) || Doubts.DisputedOn(day, recordDate) ? Basis.Disputed
        : Doubts.OutsideOn(day, recordDate) ? Basis.Outside
        : OnlyByUnboundedStart.Contains(day) ? Basis.Undated
        : EndsUnattested && !Final.MayNotHaveHappened && Final.LastStart <= day ? Basis.Unattested
        : Basis.Imprecise;

    // The horizon does not hide days of a life: existence before it is "no record". Nor is a life marked as undated.
    internal static ResolvedEpisode OfLife(UnresolvedEpisode life, WithinLives lives) =>
        Of(life, lives, DoubtfulDays.None, RulesOfTime.Horizon.UndatedDays(life), hidden: DayRanges.Empty, undated: DayRanges.Empty);

    internal static ResolvedEpisode Of(UnresolvedEpisode episode, ResolutionContext context)
    {
        var undated = Horizon.UndatedDays(episode);
        var doubts = episode.Nature.IsCarriedByState() ? context.Doubts : DoubtfulDays.None;
        return context.Horizon is { } day
            ? Of(episode, context.Lives, doubts, undated, hidden: undated.UpTo(day - 1), undated: undated.From(day))
            : Of(episode, context.Lives, doubts, undated, hidden: DayRanges.Empty, undated);
    }

    private static ResolvedEpisode Of(
        UnresolvedEpisode episode,
        WithinLives lives,
        DoubtfulDays doubts,
        DayRanges onlyByUnboundedStart,
        DayRanges hidden,
        DayRanges undated
    )
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
            OnlyByUnboundedStart = onlyByUnboundedStart,
            Doubts = doubts,
            DaysOfDispute = ResolvedReading.DaysOfDispute(readings, withDenials: true),
            EndsUnattested = !Array.Exists(episode.Statements, statement => statement.DatesEnd) && IsOfUnknownEnd(episode, lives),
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
            foreach (var other in reading.ClashesWith)
                yield return ContradictionBetween(episode, other);
            if (reading is { LeftWithNothing: true, ReportsNothingLeft: true })
                yield return new NothingLeft(episode.Id);
        }
    }

    private static Contradiction ContradictionBetween(UnresolvedEpisode one, UnresolvedEpisode other) =>
        one.Thing == other.Thing
            ? one.Place < other.Place
                ? new PeriodsOutOfOrder(one.Id, other.Id)
                : new PeriodsOutOfOrder(other.Id, one.Id)
            : string.CompareOrdinal(one.Id, other.Id) < 0
                ? new SeatHeldTwice(one.Id, other.Id)
                : new SeatHeldTwice(other.Id, one.Id);

    /// <summary>Whether some reading ends neither by its own dates, nor with a life, nor never.</summary>
    private static bool IsOfUnknownEnd(UnresolvedEpisode episode, WithinLives lives)
    {
        foreach (var reading in episode.Readings)
        foreach (var part in reading.Parts)
            if (!part.Completion.DatesEnd && Array.Exists(part.Sets, set => IsOfUnknownEnd(reading, part.Completion, set, lives)))
                return true;
        return false;
    }

    private static bool IsOfUnknownEnd(UnresolvedReading reading, Completion completion, Intervals set, WithinLives lives) =>
        completion.LastsUntilNext && !reading.EndsOutside ? lives.MayEndByNext(set, reading.Episode.Thing.StartsOfNext(reading))
        : completion.Lasts && !reading.EndsOutside
            ? reading.Episode.Nature == Nature.Others && set.HasPieces && set.EarliestEnd != DayRanges.Never
        : set.HasPieces;
}
