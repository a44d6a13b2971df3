namespace Edtf;

/// <summary>Represents a member of a set: a date, or a range of dates that may be open at one end.</summary>
/// <remarks>Level 2, Set representation.</remarks>
/// <param name="First">The date, or the first date of a range; <see langword="null"/> for <c>..1984</c>.</param>
/// <param name="Last">The date, or the last date of a range; <see langword="null"/> for <c>1984..</c>.</param>
public readonly record struct EdtfSetMember(EdtfDate? First, EdtfDate? Last)
{
    /// <summary>Whether the member is a range, written with <c>..</c>.</summary>
    public bool IsRange => First != Last;

    internal DayPattern Pattern =>
        !IsRange && First is { } only
            ? only.Pattern
            : DayPattern.Range(First?.Pattern.First ?? DayPattern.NoFirst, Last?.Pattern.Last ?? DayPattern.NoLast);
}
