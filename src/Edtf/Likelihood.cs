namespace Edtf;

/// <summary>Specifies whether a comparison is true of all the days that the dates can mean, of some, or of none.</summary>
public enum Likelihood
{
    /// <summary>True of none of the days that can be meant.</summary>
    Impossible,

    /// <summary>True of some of the days that can be meant, but not of all.</summary>
    Possible,

    /// <summary>True of all the days that can be meant.</summary>
    Certain,
}
