using System.Text.Json.Serialization;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Preferences;

/// <summary>A bound of a claim.</summary>
public enum ClaimBound
{
    Start,
    End,
}

/// <summary>An editor settles a dispute: a claim is preferred over its rivals (DESIGN, section 2, rule 2). What is set aside loses the
/// bounds named (a denial or attestation: all) and stays visible.</summary>
public sealed record ClaimPreferred : Fact
{
    /// <summary>The claim that is preferred: <c>{episode}@{source}</c>.</summary>
    public required string Claim { get; init; }

    /// <summary>The rivals in the same episode: ids of claims, or the ids of the facts that attest or deny.</summary>
    public required IReadOnlyList<string> Over { get; init; }

    /// <summary>On which bounds; both where nothing is said.</summary>
    public IReadOnlyList<ClaimBound> Bounds { get; init; } = [ClaimBound.Start, ClaimBound.End];

    /// <summary>Why, in the editor's words; permanent and public.</summary>
    public required string Reason { get; init; }

    /// <summary>The episode whose dispute it settles.</summary>
    [JsonIgnore]
    public string Episode => Claim.Split('@')[0];

    public override string StreamName() => Episode;
}
