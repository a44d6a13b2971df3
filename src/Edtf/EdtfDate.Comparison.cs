namespace Edtf;

/// <content>Three-valued comparison.</content>
/// <remarks>
/// A single date or one-of set stands for one of its days. An interval runs from a day of its start to a day of its end, and an all-of
/// set from its first member to its last. An open end (<c>..</c>) is beyond all days; an unknown end may be any day.
/// </remarks>
public readonly partial struct EdtfDate
{
    /// <summary>Determines whether this expression ends before another begins.</summary>
    /// <param name="other">The expression to compare with.</param>
    /// <returns>Whether that is true of all the days the two expressions can mean, of some, or of none.</returns>
    public Likelihood IsBefore(EdtfDate other) => ToExtent().IsBefore(other.ToExtent());

    /// <summary>Determines whether this expression begins after another ends.</summary>
    /// <param name="other">The expression to compare with.</param>
    /// <returns>Whether that is true of all the days the two expressions can mean, of some, or of none.</returns>
    public Likelihood IsAfter(EdtfDate other) => other.IsBefore(this);

    /// <summary>Determines whether two expressions begin on the same day and end on the same day.</summary>
    /// <param name="other">The expression to compare with.</param>
    /// <returns>
    /// Whether that is true of all the days the two expressions can mean, of some, or of none. A year only possibly coincides with
    /// itself, since each may mean another of its days.
    /// </returns>
    public Likelihood CoincidesWith(EdtfDate other) => ToExtent().CoincidesWith(other.ToExtent());

    /// <summary>Determines whether this expression lies within another taken as a period: 1997-05 is certainly within 1997.</summary>
    /// <param name="other">
    /// The period: an interval from its start to its end; for any other expression, all of its <see cref="Days"/>.
    /// </param>
    /// <returns>Whether that is true of all the days this expression can mean, of some, or of none.</returns>
    /// <remarks>An interval is possibly within a set with gaps if its start and its end can each be a day of the set.</remarks>
    public Likelihood IsWithin(EdtfDate other) =>
        other.IsInterval ? ToExtent().IsWithin(other.ToExtent()) : ToExtent().IsWithin(other.Days);

    /// <summary>Determines whether two expressions have a day in common: neither ends before the other begins.</summary>
    /// <param name="other">The expression to compare with.</param>
    /// <returns>Whether that is true of all the days the two expressions can mean, of some, or of none.</returns>
    public Likelihood Overlaps(EdtfDate other) => ToExtent().Overlaps(other.ToExtent());

    private Extent ToExtent() =>
        compound switch
        {
            IntervalEnds ends => Extent.FromTo(ToDays(ends.Start), ToDays(ends.End)),
            SetMembers { Form: EdtfForm.AllOf } set => ToExtent(set.Members),
            _ => Extent.OneDayOf(Days),
        };

    private static DaySet? ToDays(IntervalEnd end) => end.IsOpen ? null : end.Date?.Days ?? DaySet.All;

    // The set begins no later than the last day of the member that ends first, and ends no earlier than the first day of the one
    // that begins last.
    private static Extent ToExtent(EdtfSetMember[] members)
    {
        var ends = members
            .SelectMany(member => new[] { member.First, member.Last })
            .OfType<EdtfDate>()
            .Select(date => date.Pattern)
            .ToList();
        var first = DaySet.Of([DayPattern.Range(ends.Min(end => end.First), ends.Min(end => end.Last))]);
        var last = DaySet.Of([DayPattern.Range(ends.Max(end => end.First), ends.Max(end => end.Last))]);
        return Extent.FromTo(members[0].First is null ? null : first, members[^1].Last is null ? null : last);
    }
}
