namespace ArtsakhLedger.RulesOfTime;

/// <summary>A reading of an episode, with what the rules left of it (DESIGN section 2, rules 2 and 6).</summary>
public sealed class ResolvedReading
{
    /// <summary>The claims, attestations and denials that it holds to be true, sorted; empty where nothing is left to read.</summary>
    public required IReadOnlyList<string> Ids { get; init; }

    /// <summary>What its own statements admit, borrowed starts and ends and rule 1's one day among them.</summary>
    public required PossibleTimes Own { get; init; }

    /// <summary>What all rules together admit.</summary>
    public required PossibleTimes Final { get; init; }

    /// <summary>Rule 6: it cannot begin within the state's life, so it need not.</summary>
    public required bool BeginsOutsidePolity { get; init; }

    /// <summary>Rule 6: it cannot end within the state's life, so it need not.</summary>
    public required bool EndsOutsidePolity { get; init; }

    /// <summary>Rule 6: the holders of its seat from whom it cannot be disjoint.</summary>
    public required IReadOnlyList<string> ClashesWith { get; init; }

    /// <summary>Rule 6: a round would have left it with nothing; it keeps what it had and binds nobody.</summary>
    public required bool LeftWithNothing { get; init; }

    /// <summary>Rules 3 and 4: it dates no end and lasts, so the state's end is what ends it or, where others carry it, leaves it open.</summary>
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
            Ids = [.. reading.Statements.Select(statement => statement.Id).Order(StringComparer.Ordinal)],
            Own = reading.Own!,
            Final = new PossibleTimes(reading.Sets),
            BeginsOutsidePolity = reading.BeginsOutside,
            EndsOutsidePolity = reading.EndsOutside,
            ClashesWith = [.. (reading.ClashesWith ?? []).Select(other => other.Id).Order(StringComparer.Ordinal)],
            LeftWithNothing = reading.LeftWithNothing,
            EndsWithState = !reading.EndsOutside && Array.Exists(reading.Parts, part => part.Completion.Lasts),
        };

    internal static int CompareIds(ResolvedReading one, ResolvedReading other)
    {
        for (var i = 0; i < one.Ids.Count && i < other.Ids.Count; i++)
            if (string.CompareOrdinal(one.Ids[i], other.Ids[i]) is not 0 and var order)
                return order;
        return one.Ids.Count.CompareTo(other.Ids.Count);
    }
}
