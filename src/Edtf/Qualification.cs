namespace Edtf;

/// <summary>Specifies how reliable a date or a component of it is. A qualification never moves a bound.</summary>
/// <remarks>Level 1, Qualification of a date (complete); level 2, Qualification of parts.</remarks>
[Flags]
public enum Qualification
{
    /// <summary>Not qualified.</summary>
    None = 0,

    /// <summary>Uncertain (<c>?</c>): the source may be wrong or misread.</summary>
    Uncertain = 1,

    /// <summary>Approximate (<c>~</c>): an estimate that is thought to be close.</summary>
    Approximate = 2,

    /// <summary>Both uncertain and approximate (<c>%</c>).</summary>
    UncertainAndApproximate = Uncertain | Approximate,
}
