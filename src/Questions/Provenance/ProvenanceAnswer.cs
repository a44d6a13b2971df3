using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.StateAsOf;
using Edtf;

namespace ArtsakhLedger.Provenance;

/// <summary>The way from what the ledger states to the words that say so: statements, the fact behind them, who recorded and changed it,
/// and each quote with its passage, its snapshot and its source.</summary>
public sealed record ProvenanceAnswer
{
    /// <summary>The fact's address.</summary>
    public required string Fact { get; init; }

    /// <summary>Its type.</summary>
    public required string Type { get; init; }

    /// <summary>Its date as it stands now; absent where no source dates it.</summary>
    public EdtfDate? Date { get; init; }

    /// <summary>False where it is taken out.</summary>
    public required bool InForce { get; init; }

    /// <summary>True where it is drawn from sources rather than said by one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Inferred { get; init; }

    /// <summary>What answers state on the strength of it; none where it only happens, or is taken out.</summary>
    public required IReadOnlyList<StatedEpisode> Statements { get; init; }

    /// <summary>Its versions, oldest first; their contents are in its history.</summary>
    public required IReadOnlyList<VersionStep> Versions { get; init; }

    /// <summary>The quotes of the fact as it stands now, then those of what corroborates and denies it.</summary>
    public required IReadOnlyList<QuotedPassage> Citations { get; init; }

    /// <summary>The address of every version with its content.</summary>
    public required string History { get; init; }

    /// <summary>The last position that touched it or anything that the answer names.</summary>
    public required KnownAtAnswer KnownAt { get; init; }

    /// <summary>The permanent address of this answer.</summary>
    public required string Self { get; init; }
}

/// <summary>What answers state of an episode.</summary>
public sealed record StatedEpisode(string Episode, string Statement);

/// <summary>A version of the fact and how it came about.</summary>
/// <param name="Version">The permanent address of the fact as it then stood.</param>
/// <param name="Event">A link to the entry that brought it about.</param>
/// <param name="Type">The type of that entry.</param>
/// <param name="Position">Its position.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="Author">Who.</param>
/// <param name="Reason">Why.</param>
/// <param name="InForce">False where the fact was taken out.</param>
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

/// <summary>What a citation is of.</summary>
public enum CitedFor
{
    /// <summary>The fact itself.</summary>
    Fact,

    /// <summary>A further source that says the same.</summary>
    Corroboration,

    /// <summary>A source that denies it.</summary>
    Denial,
}

/// <summary>A quote with where it stands.</summary>
/// <param name="By">A link to the entry that quotes it.</param>
/// <param name="For">What it is quoted for.</param>
/// <param name="Author">Who recorded it.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="Quote">The words.</param>
/// <param name="Prefix">Words right before it.</param>
/// <param name="Suffix">Words right after it.</param>
/// <param name="Start">Its first code point in the snapshot.</param>
/// <param name="End">The code point after its last.</param>
/// <param name="Passages">The passages that it is from.</param>
/// <param name="Snapshot">The text that it is from; absent where the source is known only by an excerpt.</param>
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
