namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// A reading with the starts or ends that it borrows from claims outside it: the intervals that they admit, and what rule 3 says about the
/// end (rules 1 to 3).
/// </summary>
internal sealed class Completion
{
    private Completion(Statement[] statements, Nature nature, bool isFollowed, int number)
    {
        Number = number;
        var (speaksOfEnd, datesEnd, open) = (false, false, false);
        foreach (var statement in statements)
        {
            HasStartBound |= statement.Starts is { Earliest: not null };
            speaksOfEnd |= statement.Ends is not null;
            datesEnd |= statement.DatesEnd;
            open |= statement.EndIsOpen || statement is Denial { OfEnd: true };
        }

        DatesEnd = datesEnd;
        IsOpen = open && !speaksOfEnd && !isFollowed;
        Lasts = IsOpen || (!speaksOfEnd && !isFollowed && nature.LastsByNature());
        LastsUntilNext = isFollowed && !speaksOfEnd && nature is (Nature.Institution or Nature.LastingCarried);

        (Own, OnDayAttested) = Array.Exists(statements, statement => statement.DeniesAll)
            ? (Intervals.NotHappened, Intervals.Empty)
            : CommonDays.All.With(statements).Intervals(mayNotHaveHappened: statements.Length == 0);
        if (Lasts && nature == Nature.Life)
            (Own, OnDayAttested) = (Own.Intersect(Intervals.NeverEnding), Intervals.Empty);
        else if (!Lasts && !datesEnd)
            (Own, OnDayAttested) = (Own.Intersect(Intervals.Ending), OnDayAttested.Intersect(Intervals.Ending));
    }

    /// <summary>The intervals that the statements admit.</summary>
    public Intervals Own { get; }

    /// <summary>The further intervals that they would admit if an end on the day attested counted.</summary>
    public Intervals OnDayAttested { get; }

    /// <summary>The same for one completion as followed by another period and as not followed.</summary>
    public int Number { get; }

    /// <summary>Whether some statement gives the start a lower bound.</summary>
    public bool HasStartBound { get; }

    /// <summary>Whether some statement dates the end.</summary>
    public bool DatesEnd { get; }

    /// <summary>Whether the end is <c>..</c>.</summary>
    public bool IsOpen { get; }

    /// <summary>Whether it lasts, by <c>..</c> or by its nature (rule 3).</summary>
    public bool Lasts { get; }

    /// <summary>
    /// Whether it lasts by its nature, but another period comes after it: it then ends with its life, or is of unknown end by the next one's
    /// start.
    /// </summary>
    public bool LastsUntilNext { get; }

    /// <summary>Completes a reading with each maximal set of starts and ends that it can borrow (rule 2).</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="all">Everything said of the episode.</param>
    /// <param name="nature">The episode's nature.</param>
    /// <param name="followed">Whether another period comes after it; both values if that is not known.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static Completion[] Of(
        Statement[] reading,
        Statement[] all,
        Nature nature,
        IReadOnlyList<bool> followed,
        CancellationToken cancellation
    )
    {
        List<Statement[]> borrowed =
            reading.Length == all.Length
                ?
                [
                    [],
                ]
                : MaximalSets.Of(BoundsOutside(reading, all), reading, cancellation);
        return
        [
            .. borrowed.SelectMany(
                (bounds, number) =>
                    followed.Select(isFollowed => new Completion(
                        bounds.Length == 0 ? reading : [.. reading, .. bounds],
                        nature,
                        isFollowed,
                        number
                    ))
            ),
        ];
    }

    /// <summary>
    /// The starts and ends of claims outside: where the reading dates none, all; where it does, those that agree with each of its own. One
    /// that has all the days of its own would add nothing.
    /// </summary>
    private static List<Statement> BoundsOutside(Statement[] reading, Statement[] all)
    {
        var bounds = new List<Statement>();
        if (Array.Exists(reading, statement => statement.DeniesAll))
            return bounds;
        var outside = all.OfType<Claim>().Where(claim => !reading.Contains(claim)).ToArray();
        var starts = reading.Where(statement => statement.DatesStart).Select(statement => statement.Starts!).ToArray();
        bounds.AddRange(
            outside.Where(claim => claim.DatesStart && Narrows(claim.Starts!, starts)).Select(claim => claim with { End = null })
        );
        if (Array.Exists(reading, statement => statement is Denial))
            return bounds;
        var ends = reading.Where(statement => statement.DatesEnd).Select(statement => statement.Ends!).ToArray();
        bounds.AddRange(
            outside
                .Where(claim => claim.End is not null && (ends.Length == 0 || (claim.DatesEnd && Narrows(claim.Ends!, ends))))
                .Select(claim => claim with { Start = null })
        );
        return bounds;
    }

    private static bool Narrows(DayRanges days, DayRanges[] own) =>
        Array.TrueForAll(own, one => one.Meets(days))
        && (own.Length == 0 || !own.Aggregate((one, other) => one.Intersect(other)).IsWithin(days));
}
