namespace Edtf;

/// <content>Comparison in three values.</content>
/// <remarks>
/// A single date or a one-of set is one day, not known which; an interval lasts from a day of its start to a day of its end; an
/// all-of set lasts from its first member to its last. An open end (<c>..</c>) is beyond all days, an unknown one may be any day.
/// </remarks>
public readonly partial struct EdtfDate
{
    /// <summary>Whether this ends before the other begins.</summary>
    /// <param name="other">The other expression.</param>
    /// <returns>Certain where it does whichever days are meant, possible where for some.</returns>
    public Certainty IsBefore(EdtfDate other) => ToExtent().IsBefore(other.ToExtent());

    /// <summary>Whether this begins after the other ends.</summary>
    /// <param name="other">The other expression.</param>
    /// <returns>Certain where it does whichever days are meant, possible where for some.</returns>
    public Certainty IsAfter(EdtfDate other) => other.IsBefore(this);

    /// <summary>Whether both are the same day, or begin on the same day and end on the same day.</summary>
    /// <param name="other">The other expression.</param>
    /// <returns>Certain only of days: a year coincides with itself only possibly, since the day meant may be another.</returns>
    public Certainty Coincides(EdtfDate other) => ToExtent().Coincides(other.ToExtent());

    /// <summary>Whether this lies within the other, which is taken as a period: 1997-05 lies within 1997 for certain.</summary>
    /// <param name="other">The other expression: for an interval all from its start to its end, for everything else its <see cref="Days"/>.</param>
    /// <returns>Certain where it does whichever days are meant, possible where for some.</returns>
    /// <remarks>Of an interval within a set with gaps, possible means only that each of its ends can lie on a day of the set.</remarks>
    public Certainty IsWithin(EdtfDate other) => other.IsInterval ? ToExtent().IsWithin(other.ToExtent()) : ToExtent().IsWithin(other.Days);

    /// <summary>Whether there is a day that both have: neither ends before the other begins.</summary>
    /// <param name="other">The other expression.</param>
    /// <returns>Certain where there is whichever days are meant, possible where for some.</returns>
    public Certainty Overlaps(EdtfDate other) => ToExtent().Overlaps(other.ToExtent());

    private Extent ToExtent() =>
        compound switch
        {
            IntervalEnds ends => Extent.FromTo(ToDays(ends.Start), ToDays(ends.End)),
            SetMembers { Form: EdtfForm.AllOf } set => ToExtent(set.Members),
            _ => Extent.OneDayOf(Days),
        };

    private static DaySet? ToDays(IntervalEnd end) => end.IsOpen ? null : end.Date?.Days ?? DaySet.All;

    // The first day is at the latest the last day of whichever member is over first; the last day likewise.
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
