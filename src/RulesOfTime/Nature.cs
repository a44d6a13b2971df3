namespace ArtsakhLedger.RulesOfTime;

/// <summary>How the rules of valid time treat an episode (rules 3 to 5).</summary>
public enum Nature
{
    /// <summary>The polity's own life. It lasts if no end is given.</summary>
    Life,

    /// <summary>A post of the state, with or without a seat: it lies within the state's life and limits that.</summary>
    Post,

    /// <summary>An institution of the state: it lies within the state's life and limits that. It lasts if no end is given.</summary>
    Institution,

    /// <summary>Carried by the state. An end that is not given is unknown.</summary>
    Carried,

    /// <summary>Carried by the state. It lasts if no end is given.</summary>
    LastingCarried,

    /// <summary>Carried by others. It lasts if no end is given.</summary>
    Others,

    /// <summary>Between others, and not tied to the state's life. An end that is not given is unknown.</summary>
    Free,

    /// <summary>Between others, and not tied to the state's life. It lasts if no end is given.</summary>
    LastingFree,
}

/// <summary>What follows from the nature of an episode.</summary>
public static class NatureExtensions
{
    /// <summary>Whether it lies within the state's life (rule 4).</summary>
    public static bool IsCarriedByState(this Nature nature) =>
        nature is Nature.Post or Nature.Institution or Nature.Carried or Nature.LastingCarried;

    /// <summary>Whether the state existed on all its days (rule 4).</summary>
    public static bool BindsState(this Nature nature) => nature is Nature.Post or Nature.Institution;

    /// <summary>Whether its end depends on the state's, or its start does (rules 3 and 4).</summary>
    public static bool DependsOnState(this Nature nature) => nature.IsCarriedByState() || nature == Nature.Others;

    /// <summary>Whether it lasts if no end is given (rule 3).</summary>
    internal static bool LastsByNature(this Nature nature) =>
        nature is Nature.Life or Nature.Institution or Nature.LastingCarried or Nature.Others or Nature.LastingFree;
}
