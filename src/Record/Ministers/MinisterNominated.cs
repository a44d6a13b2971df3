using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Ministers;

/// <summary>Somebody was nominated for a post, and did not take it by that. It is a single event.</summary>
public sealed record MinisterNominated : PostFact
{
    /// <summary>Who nominated the person, if a source says so.</summary>
    public Party? By { get; init; }

    /// <summary>The capacity, if not the full one.</summary>
    public string? Capacity { get; init; }

    /// <summary>What came of it, in the source's words: "not confirmed", "declined".</summary>
    public string? Outcome { get; init; }

    public override IEnumerable<Party> Parties() => [.. base.Parties(), .. new[] { By }.OfType<Party>()];

    public override string InWords(PartyNames names) =>
        $"{names[Person]} was nominated{names.After("by", By)} as {WordsOfPost(names, Capacity)}{(Outcome is null ? "" : $" ({Outcome})")}";
}
