namespace ArtsakhLedger.RulesOfTime;

/// <summary>Why an answer is only possible: the first that applies.</summary>
public enum Basis
{
    /// <summary>The day is after the record date, and it would be certain without that.</summary>
    NotYet,

    /// <summary>One of its readings excludes the day and another does not; or the state carries it, and the day is disputed.</summary>
    Disputed,

    /// <summary>The state carries it, and on that day did not exist or is not on record.</summary>
    Outside,

    /// <summary>No source gives an earliest start, and it may have begun later.</summary>
    Undated,

    /// <summary>It had begun, and no source dates an end: nothing vouches for it after it was last attested.</summary>
    Unattested,

    /// <summary>The day lies between the bounds of dates: its own, the state's or a neighbour's.</summary>
    Imprecise,
}
