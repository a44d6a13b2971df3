namespace Edtf;

/// <summary>Whether something holds of dates that leave room: in no reading of them, in some, or in all.</summary>
public enum Certainty
{
    /// <summary>It holds for none of the days that can be meant.</summary>
    Impossible,

    /// <summary>It holds for some of the days that can be meant, and not for others.</summary>
    Possible,

    /// <summary>It holds whichever days are meant.</summary>
    Certain,
}
