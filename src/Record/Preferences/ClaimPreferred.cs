using System.Text.Json.Serialization;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Preferences;

/// <summary>A bound of a claim.</summary>
public enum ClaimBound
{
    Start,
    End,
}

/// <summary>An editor settles a dispute by preferring a claim over its rivals. A rival claim loses the bounds
/// named, a denial or attestation has no effect at all, and both stay visible.</summary>
public sealed record ClaimPreferred : Fact, IReasoned
{
    /// <summary>The id of the preferred claim: <c>{episode}@{source}</c>.</summary>
    public required string Claim { get; init; }

    /// <summary>The ids of its rivals in the same episode: claims, or facts that attest or deny it.</summary>
    public required IReadOnlyList<string> Over { get; init; }

    /// <summary>The bounds on which it is preferred; both by default.</summary>
    public IReadOnlyList<ClaimBound> Bounds { get; init; } = [ClaimBound.Start, ClaimBound.End];

    /// <summary>Why, in the editor's words; permanent and public.</summary>
    public required string Reason { get; init; }

    /// <summary>The id of the episode whose dispute it settles.</summary>
    [JsonIgnore]
    public string Episode => Claim.Split('@')[0];

    public override string StreamName() => Episode;
}
