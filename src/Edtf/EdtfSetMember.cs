namespace Edtf;

/// <summary>A member of a set: one date, or all from one date to another, either of which may be missing.</summary>
/// <remarks>Level 2, Set representation.</remarks>
/// <param name="First">The date, or the first of a range; null for <c>..1984</c>.</param>
/// <param name="Last">The date, or the last of a range; null for <c>1984..</c>.</param>
public readonly record struct EdtfSetMember(EdtfDate? First, EdtfDate? Last)
{
    /// <summary>Whether the member is written with <c>..</c>.</summary>
    public bool IsRange => First != Last;

    internal DayPattern Pattern =>
        !IsRange && First is { } only
            ? only.Pattern
            : DayPattern.Range(First?.Pattern.First ?? DayPattern.NoFirst, Last?.Pattern.Last ?? DayPattern.NoLast);
}
