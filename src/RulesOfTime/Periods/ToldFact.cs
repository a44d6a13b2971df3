namespace ArtsakhLedger.RulesOfTime.Periods;

/// <summary>What one source tells of a thing in one fact.</summary>
/// <param name="Id">The fact; the same for each source that tells it.</param>
/// <param name="Source">Who tells it.</param>
public abstract record ToldFact(string Id, string Source)
{
    /// <summary>The number of the period of which it says that it tells; null where it does not say.</summary>
    public int? Period { get; init; }
}

/// <summary>That the thing began.</summary>
/// <param name="Id">The fact.</param>
/// <param name="Source">Who tells it.</param>
/// <param name="Date">When.</param>
public sealed record ToldOpening(string Id, string Source, ClaimDate Date) : ToldFact(Id, Source)
{
    /// <summary>Where, of what has a place; beginning in another place ends the period before.</summary>
    public string? Place { get; init; }
}

/// <summary>That the thing ended.</summary>
/// <param name="Id">The fact.</param>
/// <param name="Source">Who tells it.</param>
/// <param name="Date">When.</param>
public sealed record ToldClosing(string Id, string Source, ClaimDate Date) : ToldFact(Id, Source)
{
    /// <summary>Where it had been.</summary>
    public string? Place { get; init; }
}

/// <summary>From when until when it held.</summary>
/// <param name="Id">The fact.</param>
/// <param name="Source">Who tells it.</param>
/// <param name="Start">When it began; null where that is not said.</param>
/// <param name="End">When it ended, or that it had not; null where that is not said.</param>
public sealed record ToldTerm(string Id, string Source, ClaimDate? Start, ClaimEnd? End) : ToldFact(Id, Source)
{
    /// <summary>Where it was.</summary>
    public string? Place { get; init; }
}

/// <summary>That it held, on an unknown day of a date (<paramref name="From"/> and <paramref name="To"/> are the same) or over a period.</summary>
/// <param name="Id">The fact.</param>
/// <param name="Source">Who tells it.</param>
/// <param name="From">The date, or when the period begins.</param>
/// <param name="To">The date, or when the period ends.</param>
public sealed record ToldAttestation(string Id, string Source, DayRanges From, DayRanges To) : ToldFact(Id, Source)
{
    /// <summary>Whether it held over a period, and not only on some day of a date.</summary>
    public bool IsOverPeriod { get; init; }
}

/// <summary>That what a fact tells, or the end that it tells, did not happen.</summary>
/// <param name="Id">The denial.</param>
/// <param name="Source">Who denies it.</param>
/// <param name="Of">The fact.</param>
/// <param name="OfEnd">Whether only the end is denied.</param>
public sealed record ToldDenial(string Id, string Source, string Of, bool OfEnd) : ToldFact(Id, Source);
