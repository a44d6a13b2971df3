using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Completeness;

/// <summary>A source says that a list is complete ("recognised only by three …", "no diplomatic missions ever existed"): every member of
/// the class that is not an exception is attested as not. The date is the period; without one it is the polity's life.</summary>
public sealed record CompletenessStated : Fact
{
    /// <summary>The kind of episode that the list is of, such as <c>recognition-by</c>; also kinds that no fact opens, such as <c>diplomatic-mission</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The class that it is said of: a kind of entity (<c>polity</c>, <c>municipality</c> …) or the level of an actor (<c>state</c>, <c>parliament</c> …).</summary>
    public required string Class { get; init; }

    /// <summary>The members of the class that are on the list.</summary>
    public IReadOnlyList<Party> Except { get; init; } = [];

    public override IEnumerable<Party> Parties() => Except;
}
