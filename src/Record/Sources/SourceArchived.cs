using System.Text.Json.Nodes;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Sources;

/// <summary>The text of a source at one time. The ledger has its digest, not the text itself.</summary>
public sealed record Snapshot
{
    /// <summary>The most passages that a text may be cut into.</summary>
    public const int MaximumPassages = 20_000;

    /// <summary>SHA-256 of the snapshot's bytes, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The number of Unicode code points of the text in Unicode Normalization Form C.</summary>
    public required int Length { get; init; }

    /// <summary>Its passages; empty if it has not been cut into passages.</summary>
    public IReadOnlyList<Passage> Passages { get; init; } = [];
}

/// <summary>A document that facts cite: its CSL-JSON metadata, its licence, and the digests of archived snapshots of its text.</summary>
public sealed record SourceArchived : Fact, IReasoned
{
    /// <summary>The source's id.</summary>
    public required string Source { get; init; }

    /// <summary>Bibliographic metadata in CSL-JSON, with at least a title.</summary>
    public required JsonObject Csl { get; init; }

    /// <summary>The SPDX identifier of the source's licence, if it has one.</summary>
    public string? Licence { get; init; }

    public IReadOnlyList<Snapshot> Snapshots { get; init; } = [];

    /// <summary>True if the source is known only by a quoted excerpt: its citations have neither position nor digest.</summary>
    public bool ExcerptOnly { get; init; }

    /// <summary>Why the record archives it, in place of a citation.</summary>
    public required string Reason { get; init; }

    /// <summary>The snapshot that a citation of this source is from; null if there is none.</summary>
    public Snapshot? SnapshotOf(Citation citation) =>
        citation.Snapshot is { } digest ? Snapshots.FirstOrDefault(snapshot => snapshot.Sha256 == digest)
        : Snapshots is [var first, ..] ? first
        : null;

    public override string StreamName() => $"source/{Source}";

    /// <summary>The id of the fact that archives a source.</summary>
    public static string FactIdOf(string source) => $"source-{source}";
}
