namespace ArtsakhLedger.RulesOfTime;

/// <summary>A reading of an episode after the rules have been applied to it (rules 2 and 6).</summary>
public sealed class ResolvedReading
{
    /// <summary>The ids of the claims, attestations and denials that it takes to be true, sorted; empty if there are none.</summary>
    public required IReadOnlyList<string> Ids { get; init; }

    /// <summary>What it admits by itself, with borrowed starts and ends and ends on the day attested (rules 1 to 3).</summary>
    public required PossibleTimes Own { get; init; }

    /// <summary>What all rules together leave.</summary>
    public required PossibleTimes Final { get; init; }

    /// <summary>Whether it cannot begin within the state's life, and so need not (rule 6).</summary>
    public required bool BeginsOutsidePolity { get; init; }

    /// <summary>Whether it cannot end within the state's life, and so need not (rule 6).</summary>
    public required bool EndsOutsidePolity { get; init; }

    /// <summary>Whether it takes it to be true that it did not happen.</summary>
    public required bool IsDenial { get; init; }

    /// <summary>The other holders of its seat that it cannot but overlap, and the other periods with which it is out of order (rule 6).</summary>
    public required IReadOnlyList<string> ClashesWith { get; init; }

    /// <summary>Whether a round would have left it with nothing; it then keeps what it had and limits nothing (rule 6).</summary>
    public required bool LeftWithNothing { get; init; }

    /// <summary>Whether it dates no end and lasts, so that the state's end ends it or, if others carry it, leaves its end unknown (rules 3 and 4).</summary>
    public required bool EndsWithState { get; init; }

    internal bool IsSameAs(ResolvedReading other) =>
        Ids.SequenceEqual(other.Ids)
        && Own.IsSameAs(other.Own)
        && Final.IsSameAs(other.Final)
        && (BeginsOutsidePolity, EndsOutsidePolity, LeftWithNothing, EndsWithState)
            == (other.BeginsOutsidePolity, other.EndsOutsidePolity, other.LeftWithNothing, other.EndsWithState)
        && ClashesWith.SequenceEqual(other.ClashesWith);

    internal static ResolvedReading Of(UnresolvedReading reading) =>
        new()
        {
            IsDenial = reading.IsDenial,
            Ids = [.. reading.Statements.Select(statement => statement.Id).Order(StringComparer.Ordinal)],
            Own = reading.Own!,
            Final = new PossibleTimes(reading.Sets),
            BeginsOutsidePolity = reading.BeginsOutside,
            EndsOutsidePolity = reading.EndsOutside,
            ClashesWith = [.. reading.ClashesWith.Select(other => other.Id).Order(StringComparer.Ordinal)],
            LeftWithNothing = reading.LeftWithNothing,
            EndsWithState =
                reading.Episode.Nature.DependsOnState()
                && !reading.EndsOutside
                && Array.Exists(reading.Parts, part => part.Completion.Lasts || part.Completion.LastsUntilNext),
        };

    /// <summary>The days on which some reading holds and another does not.</summary>
    internal static DayRanges DaysOfDispute(IReadOnlyList<ResolvedReading> readings, bool withDenials)
    {
        if (readings.Count == 1)
            return DayRanges.Empty;
        var (some, all) = (DayRanges.Empty, DayRanges.EveryEnd);
        foreach (var reading in readings)
            if (withDenials || !reading.IsDenial)
                (some, all) = (some.Union(reading.Final.Days), all.Intersect(reading.Final.Days));
        return some.Except(all);
    }

    internal static int CompareIds(ResolvedReading one, ResolvedReading other)
    {
        for (var i = 0; i < one.Ids.Count && i < other.Ids.Count; i++)
            if (string.CompareOrdinal(one.Ids[i], other.Ids[i]) is not 0 and var order)
                return order;
        return one.Ids.Count.CompareTo(other.Ids.Count);
    }
}
