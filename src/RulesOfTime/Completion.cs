namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// A reading with the starts or ends that it borrows from claims outside it: the intervals that they admit, and what rule 3 says about the
/// end (DESIGN section 2, rules 1 to 3).
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

    /// <summary>Whether some statement gives the start a lower bound.</summary>
    public bool HasStartBound { get; }

    /// <summary>Whether the end is <c>..</c>.</summary>
    public bool IsOpen { get; }

    /// <summary>Whether it lasts, by <c>..</c> or by its nature (rule 3).</summary>
    public bool Lasts { get; }

    /// <summary>Completes a reading with each maximal set of starts and ends that it can borrow (rule 2).</summary>
    public static Completion[] Of(Statement[] reading, Statement[] all, Nature nature) =>
        reading.Length == all.Length
            ? [new Completion(reading, nature)]
            :
            [
                .. MaximalSets
                    .Of(BoundsOutside(reading, all), reading)
                    .Select(borrowed => new Completion([.. reading, .. borrowed], nature)),
            ];

    private static List<Statement> BoundsOutside(Statement[] reading, Statement[] all)
    {
        var bounds = new List<Statement>();
        if (reading.Any(statement => statement is Denial { OfEnd: false }))
            return bounds;
        var outside = all.OfType<Claim>().Where(claim => !reading.Contains(claim)).ToArray();
        if (!reading.Any(statement => statement.DatesStart))
            bounds.AddRange(outside.Where(claim => claim.DatesStart).Select(claim => claim with { End = null }));
        if (!reading.Any(statement => statement.DatesEnd || statement is Denial))
            bounds.AddRange(outside.Where(claim => claim.End is not null).Select(claim => claim with { Start = null }));
        return bounds;
    }
}
