namespace ArtsakhLedger.RulesOfTime;

/// <summary>What kind of thing an episode is, as far as the rules of valid time go (DESIGN section 2, rules 3 to 5).</summary>
public enum Nature
{
    /// <summary>The polity's own life; lasts by its nature.</summary>
    Life,

    /// <summary>A post of the state, with or without a seat: lies within the state's life and binds it.</summary>
    Post,

    /// <summary>An institution of the state: lies within the state's life and binds it.</summary>
    Institution,

    /// <summary>Carried by the state; an end that nobody gives is unknown.</summary>
    Carried,

    /// <summary>Carried by the state; lasts by its nature.</summary>
    LastingCarried,

    /// <summary>Carried by others; lasts by its nature.</summary>
    Others,

    /// <summary>Between others only, tied to nothing; an end that nobody gives is unknown.</summary>
    Free,
}

public static class NatureExtensions
{
    /// <summary>Rule 4: lies within the state's life.</summary>
    public static bool IsCarriedByState(this Nature nature) =>
        nature is Nature.Post or Nature.Institution or Nature.Carried or Nature.LastingCarried;

    /// <summary>Rule 4: the state existed on all its days.</summary>
    public static bool BindsState(this Nature nature) => nature is Nature.Post or Nature.Institution;

    /// <summary>Rule 3: where nobody gives an end, it goes on.</summary>
    public static bool LastsByNature(this Nature nature) => nature is Nature.Life or Nature.LastingCarried or Nature.Others;
}
