using System.Text.Json.Serialization;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Preferences;

/// <summary>A bound of a claim.</summary>
public enum ClaimBound
{
    Start,
    End,
}

/// <summary>An editor settles a dispute by preferring facts over their rivals. What is set aside loses the bounds named, a denial or attestation has no effect
/// at all, and both stay visible.</summary>
public sealed record ClaimPreferred : Fact, IReasoned
{
    /// <summary>The ids of the preferred facts; absent if a claim is named.</summary>
    public IReadOnlyList<string>? Prefer { get; init; }

    /// <summary>The id of the preferred claim, in place of its facts: <c>{episode}@{source}</c>, then <c>~2</c> … in the order of record.</summary>
    public string? Claim { get; init; }

    /// <summary>The ids of the rivals that tell of the same: facts, or claims named in the same way.</summary>
    public required IReadOnlyList<string> Over { get; init; }

    /// <summary>The bounds on which it is preferred; both by default.</summary>
    public IReadOnlyList<ClaimBound> Bounds { get; init; } = [ClaimBound.Start, ClaimBound.End];

    /// <summary>Why, in the editor's words; permanent and public.</summary>
    public required string Reason { get; init; }

    /// <summary>The id of the episode of the claim; null if facts are preferred.</summary>
    [JsonIgnore]
    public string? Episode => Claim?.Split('@')[0];

    /// <summary>What is preferred: facts, or a claim.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Preferred => Prefer ?? (Claim is { } claim ? [claim] : []);

    public override string StreamName() => Episode ?? Polity ?? Id;
}
