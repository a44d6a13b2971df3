namespace ArtsakhLedger.RulesOfTime.Periods;

/// <summary>A beginning or an end that is told of a thing: a bound of a fact, or the end of a life, which nobody claims.</summary>
internal sealed class Telling(bool isClosing, ClaimDate date, ToldFact? fact, int position, TellingsOfSource? source)
{
    /// <summary>Whether it tells an end.</summary>
    public bool IsClosing { get; } = isClosing;

    /// <summary>When.</summary>
    public ClaimDate Date { get; } = date;

    /// <summary>The fact; null for the end of a life.</summary>
    public ToldFact? Fact { get; } = fact;

    /// <summary>Its place among all that are told, in the order of the ledger.</summary>
    public int Position { get; } = position;

    /// <summary>What else the source tells; null for the end of a life.</summary>
    public TellingsOfSource? Source { get; } = source;

    /// <summary>The term of which it is a bound; null if it is a lone beginning or end.</summary>
    public TermBounds? Term { get; init; }

    /// <summary>Of a beginning (end): the last end (beginning) of its source before it in the ledger.</summary>
    public Telling? OwnBefore { get; init; }

    /// <summary>Whether it is an end because it is a beginning in another place.</summary>
    public bool IsMove { get; init; }

    /// <summary>Whether it has been told.</summary>
    public bool IsTold { get; set; }

    /// <summary>The number of the period of which it tells.</summary>
    public int Period { get; set; }

    /// <summary>Where.</summary>
    public string? Place { get; } =
        fact switch
        {
            ToldOpening opening => opening.Place,
            ToldClosing closing => closing.Place,
            ToldTerm term => term.Place,
            _ => null,
        };

    /// <summary>Whether its date says anything of the day.</summary>
    public bool IsDated { get; } = !date.Days.IsEverything;

    /// <summary>The earliest day on which it is put in order: a term of one day ends on the next.</summary>
    public long Earliest { get; private set; } = date.Days.First;

    /// <summary>The latest such day.</summary>
    public long Latest { get; private set; } = date.Days.Last;

    /// <summary>Whether it is undated and by itself.</summary>
    public bool IsLoneUndated => !IsDated && Term is null;

    /// <summary>Whether it is told right before its closing: the undated start of a term.</summary>
    public bool GoesWithItsClosing => !IsDated && !IsClosing && Term is { Closing: not null };

    /// <summary>Whether it is told when everything else has been: undated, with the number of its period.</summary>
    public bool GoesLast => IsLoneUndated && Fact is { Period: not null };

    /// <summary>Whether it certainly lies before another.</summary>
    public bool IsCertainlyBefore(Telling other) => IsDated && other.IsDated && Latest < other.Earliest;

    /// <summary>Puts the end of a term of one day on the day after it.</summary>
    public void EndAfterOneDay() => (Earliest, Latest) = (Date.Days.Last + 1, Date.Days.Last + 1);
}

/// <summary>The bounds of a fact that gives both, which is a claim by itself.</summary>
internal sealed class TermBounds(ToldFact fact, ClaimDate? start, ClaimEnd? end)
{
    public ToldFact Fact { get; } = fact;

    public ClaimDate? Start { get; } = start;

    public ClaimEnd? End { get; } = end;

    /// <summary>Its start among what is told; null where that is silent.</summary>
    public Telling? Opening { get; set; }

    /// <summary>Its end among what is told; null where that is silent or open.</summary>
    public Telling? Closing { get; set; }

    /// <summary>Whether something is dated, and some interval satisfies it.</summary>
    public bool IsPartOfOrder =>
        (IsDated(Start) || IsDated(End?.Date)) && !(IsDated(Start) && IsDated(End?.Date) && Start!.Days.First > End!.Date!.Days.Last);

    /// <summary>Whether it begins and ends on one day.</summary>
    public bool IsOneDay => IsDated(Start) && IsDated(End?.Date) && Start!.Days.First >= End!.Date!.Days.Last;

    private static bool IsDated(ClaimDate? date) => date is { Days.IsEverything: false };
}
