namespace Edtf;

/// <summary>How sure a date, or a part of one, is. It is kept and shown, and never moves a bound.</summary>
/// <remarks>Level 1, Qualification of a date (complete); level 2, Qualification of parts.</remarks>
[Flags]
public enum Qualification
{
    /// <summary>Stated without a mark.</summary>
    None = 0,

    /// <summary>Uncertain: <c>?</c>. The source may be wrong or misread.</summary>
    Uncertain = 1,

    /// <summary>Approximate: <c>~</c>. An estimate, thought to be near.</summary>
    Approximate = 2,

    /// <summary>Both uncertain and approximate: <c>%</c>.</summary>
    UncertainAndApproximate = Uncertain | Approximate,
}
