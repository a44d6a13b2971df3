using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.StateAsOf;
using Edtf;

namespace ArtsakhLedger.Provenance;

/// <summary>How a fact's statements lead to the words of its sources: the statements, the fact, who recorded and changed it, and each quote
/// with its passage, snapshot and source.</summary>
public sealed record ProvenanceAnswer
{
    /// <summary>The fact's address.</summary>
    public required string Fact { get; init; }

    /// <summary>Its type.</summary>
    public required string Type { get; init; }

    /// <summary>Its current date; absent if no source dates it.</summary>
    public EdtfDate? Date { get; init; }

    /// <summary>False if it is retracted.</summary>
    public required bool InForce { get; init; }

    /// <summary>True where it is inferred from sources rather than stated by one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Inferred { get; init; }

    /// <summary>What answers state because of it; empty for a single event, or if it is retracted.</summary>
    public required IReadOnlyList<StatedEpisode> Statements { get; init; }

    /// <summary>Its versions, oldest first; their contents are in its history.</summary>
    public required IReadOnlyList<VersionStep> Versions { get; init; }

    /// <summary>The quotes of the current fact, then those of what corroborates or denies it.</summary>
    public required IReadOnlyList<QuotedPassage> Citations { get; init; }

    /// <summary>The address of every version with its content.</summary>
    public required string History { get; init; }

    /// <summary>The last position that touched it or anything that the answer names.</summary>
    public required KnownAtAnswer KnownAt { get; init; }

    /// <summary>The permanent address of this answer.</summary>
    public required string Self { get; init; }
}

/// <summary>A statement of answers about an episode.</summary>
public sealed record StatedEpisode(string Episode, string Statement);

/// <summary>A version of the fact, and the entry that made it.</summary>
/// <param name="Version">The permanent address of the version.</param>
/// <param name="Event">A link to the entry that made it.</param>
/// <param name="Type">The type of that entry.</param>
/// <param name="Position">Its position.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Author">Who recorded it.</param>
/// <param name="Reason">The author's reason.</param>
/// <param name="InForce">False if the fact was retracted.</param>
public sealed record VersionStep(
    string Version,
    string Event,
    string Type,
    long Position,
    DateTimeOffset RecordedAt,
    Author Author,
    string? Reason,
    bool InForce
);

/// <summary>What a citation supports.</summary>
public enum CitedFor
{
    /// <summary>The fact itself.</summary>
    Fact,

    /// <summary>A further source that says the same.</summary>
    Corroboration,

    /// <summary>A source that denies it.</summary>
    Denial,
}

/// <summary>A quote and its place in its source.</summary>
/// <param name="By">A link to the entry that quotes it.</param>
/// <param name="For">What it supports.</param>
/// <param name="Author">Who recorded it.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Quote">The words.</param>
/// <param name="Prefix">Words right before it.</param>
/// <param name="Suffix">Words right after it.</param>
/// <param name="Start">Its first code point in the snapshot.</param>
/// <param name="End">The code point after its last.</param>
/// <param name="Locator">Where in its source it is, as people cite it.</param>
/// <param name="Passages">The passages that it overlaps.</param>
/// <param name="Snapshot">The text that it is from; absent if the source is known only by an excerpt.</param>
/// <param name="Source">The source.</param>
public sealed record QuotedPassage(
    string By,
    CitedFor For,
    Author Author,
    DateTimeOffset RecordedAt,
    string Quote,
    string? Prefix,
    string? Suffix,
    int? Start,
    int? End,
    string? Locator,
    IReadOnlyList<PassagePlace>? Passages,
    SnapshotPlace? Snapshot,
    SourcePlace Source
);

/// <summary>A passage by its place and digest.</summary>
public sealed record PassagePlace(int Start, int End, string Sha256);

/// <summary>A snapshot by its digest.</summary>
public sealed record SnapshotPlace(string Sha256, int Length);

/// <summary>A source by its address, with its metadata.</summary>
public sealed record SourcePlace(string Source, string? Title, JsonObject? Csl, string? Licence, bool ExcerptOnly, string Passages);
