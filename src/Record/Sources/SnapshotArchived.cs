using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Sources;

/// <summary>A snapshot of a source was archived that the source's description does not have, or has without passages.</summary>
public sealed record SnapshotArchived : Fact, IReasoned
{
    /// <summary>The source's id.</summary>
    public required string Source { get; init; }

    /// <summary>The text's digest, length and passages.</summary>
    public required Snapshot Snapshot { get; init; }

    /// <summary>Where and when the text was taken, in the archivist's words; absent if not given.</summary>
    public string? Reason { get; init; }

    public override string StreamName() => $"source/{Source}";

    /// <summary>The id of the fact that archives a snapshot: one for each text of a source.</summary>
    public static string FactIdOf(string source, string sha256) => $"snapshot-{source}-{sha256[..16]}";
}
