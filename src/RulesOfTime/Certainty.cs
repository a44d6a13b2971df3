namespace ArtsakhLedger.RulesOfTime;

/// <summary>How certain it is that something held.</summary>
public enum Certainty
{
    /// <summary>In no admissible interval.</summary>
    Not,

    /// <summary>In some admissible interval.</summary>
    Possible,

    /// <summary>In every admissible interval.</summary>
    Certain,

    /// <summary>Of existence only: before the horizon, or where nothing is said about the polity.</summary>
    NoRecord,
}
