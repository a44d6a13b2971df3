namespace ArtsakhLedger.RulesOfTime;

/// <summary>How surely something held (DESIGN section 2, "Three values").</summary>
public enum Certainty
{
    /// <summary>In no admissible interval.</summary>
    Not,

    /// <summary>In some admissible interval.</summary>
    Possible,

    /// <summary>In every admissible interval.</summary>
    Certain,

    /// <summary>Before the horizon, or of a polity of which nothing is said: existence only.</summary>
    NoRecord,
}
