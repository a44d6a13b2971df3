using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Completeness;

/// <summary>A source says that a list is complete ("recognised only by three …", "no diplomatic missions ever existed"): whoever is in
/// the class and not among the exceptions is attested as not. The date is the period; without one, the polity's life.</summary>
public sealed record CompletenessStated : Fact
{
    /// <summary>The kind of episode that there is no further one of, such as <c>recognition-by</c>; also kinds that no fact opens, such as <c>diplomatic-mission</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Whom it is said of: a kind of entity (<c>polity</c>, <c>municipality</c> …) or the level of an actor (<c>state</c>, <c>parliament</c> …).</summary>
    public required string Class { get; init; }

    /// <summary>Those for whom it is not said.</summary>
    public IReadOnlyList<Party> Except { get; init; } = [];

    public override IEnumerable<Party> Parties() => Except;
}
