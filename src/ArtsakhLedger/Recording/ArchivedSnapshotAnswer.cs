using System.Text.Json.Serialization;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Log;

namespace ArtsakhLedger.Recording;

/// <summary>The outcome of archiving the text of a source.</summary>
public sealed record ArchivedSnapshotAnswer
{
    /// <summary>The source's id.</summary>
    public required string Source { get; init; }

    /// <summary>SHA-256 of the bytes.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The number of Unicode code points in Normalization Form C.</summary>
    public required int Length { get; init; }

    /// <summary>The number of passages that it is cut into.</summary>
    public required int Passages { get; init; }

    /// <summary>A link to the fact that was recorded; absent if the source's description already had everything.</summary>
    public string? Fact { get; init; }

    /// <summary>The position of that fact.</summary>
    public long? Position { get; init; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>Proves that the fact is in the ledger.</summary>
    public Receipt? Receipt { get; init; }

    /// <summary>The comparison of the recorded quotes with this snapshot.</summary>
    public required QuotesFound Quotes { get; init; }

    /// <summary>True if the text was not stored before, or a fact was recorded.</summary>
    [JsonIgnore]
    public bool IsNew { get; init; }

    /// <summary>What was appended, for the receipt; null if nothing was.</summary>
    [JsonIgnore]
    public Appended? Appended { get; init; }
}

/// <summary>Quotes compared with their text.</summary>
/// <param name="Exact">How many are in the text exactly as quoted, at their position.</param>
/// <param name="Mismatches">Those that are not. They stay recorded; an editor should correct them.</param>
public sealed record QuotesFound(int Exact, IReadOnlyList<QuoteMismatch> Mismatches);

/// <summary>A quote that differs from the text.</summary>
/// <param name="Fact">A link to the fact.</param>
/// <param name="Quote">The quote.</param>
/// <param name="Detail">What is wrong.</param>
public sealed record QuoteMismatch(string Fact, string Quote, string Detail);
