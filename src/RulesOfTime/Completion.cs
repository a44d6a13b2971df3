namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// A reading with the starts or ends it borrows from claims outside it: what its statements admit, and what rule 3 says of its end
/// (DESIGN section 2, rules 1 to 3).
/// </summary>
internal sealed class Completion
{
    private Completion(Statement[] statements, Nature nature)
    {
        var (speaksOfEnd, datesEnd, open) = (false, false, false);
        foreach (var statement in statements)
        {
            HasStartBound |= statement.Starts is { Earliest: not null };
            speaksOfEnd |= statement.Ends is not null;
            datesEnd |= statement.DatesEnd;
            open |= statement.EndIsOpen || statement is Denial { OfEnd: true };
        }

        IsOpen = open && !speaksOfEnd;
        Lasts = IsOpen || (!speaksOfEnd && nature.LastsByNature());

        (Own, OnDayAttested) = Array.Exists(statements, statement => statement is Denial { OfEnd: false })
            ? (Intervals.NotHappened, Intervals.Empty)
            : CommonDays.OfNothing.With(statements).Intervals(mayNotHaveHappened: statements.Length == 0);
        if (Lasts && nature == Nature.Life)
            (Own, OnDayAttested) = (Own.Intersect(NeverEnding), Intervals.Empty);
        else if (!Lasts && !datesEnd)
            (Own, OnDayAttested) = (Own.Intersect(Ending), OnDayAttested.Intersect(Ending));
    }

    /// <summary>What the statements admit.</summary>
    public Intervals Own { get; }

    /// <summary>What they would admit besides, if an end on the earliest day attested counted.</summary>
    public Intervals OnDayAttested { get; }

    /// <summary>Some statement gives its start a lower bound.</summary>
    public bool HasStartBound { get; }

    /// <summary>Its end is <c>..</c>.</summary>
    public bool IsOpen { get; }

    /// <summary>Rule 3: it lasts, by <c>..</c> or by its nature.</summary>
    public bool Lasts { get; }

    private static Intervals NeverEnding { get; } = Intervals.EndingOn(DayRanges.NeverEnding);

    private static Intervals Ending { get; } = Intervals.EndingOn(DayRanges.Everything);

    /// <summary>The reading with what it takes of the claims outside it, in each of the maximal sets that fit it (rule 2).</summary>
    public static Completion[] Of(Statement[] reading, Statement[] all, Nature nature) =>
        reading.Length == all.Length
            ? [new Completion(reading, nature)]
            : [.. MaximalSets.Of(PartsOutside(reading, all), reading).Select(taken => new Completion([.. reading, .. taken], nature))];

    private static List<Statement> PartsOutside(Statement[] reading, Statement[] all)
    {
        var parts = new List<Statement>();
        if (reading.Any(statement => statement is Denial { OfEnd: false }))
            return parts;
        var outside = all.OfType<Claim>().Where(claim => !reading.Contains(claim)).ToArray();
        if (!reading.Any(statement => statement.DatesStart))
            parts.AddRange(outside.Where(claim => claim.DatesStart).Select(claim => claim with { End = null }));
        if (!reading.Any(statement => statement.DatesEnd || statement is Denial))
            parts.AddRange(outside.Where(claim => claim.End is not null).Select(claim => claim with { Start = null }));
        return parts;
    }
}
