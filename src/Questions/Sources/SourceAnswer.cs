using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ArtsakhLedger.Entities;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Sources;

/// <summary>A source with its metadata, its snapshots, and how much of it the record cites.</summary>
public sealed record SourceAnswer
{
    /// <summary>How many archived texts and descriptions are in the answer itself. All of them are at addresses of their own, page by page.</summary>
    public const int MostListed = 100;

    public required string Id { get; init; }

    public string? Title { get; init; }

    /// <summary>Bibliographic metadata in CSL-JSON.</summary>
    public required JsonObject Csl { get; init; }

    /// <summary>The SPDX identifier of the source's licence, if it has one.</summary>
    public string? Licence { get; init; }

    /// <summary>True if the source is known only by a quoted excerpt: its citations have neither position nor digest.</summary>
    public required bool ExcerptOnly { get; init; }

    /// <summary>True if the description of the source is retracted: facts may still cite it, but no new one may.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Retracted { get; init; }

    /// <summary>How far an editor relies on it, and why; absent if nobody has assessed it.</summary>
    public AssessmentAnswer? Assessment { get; init; }

    /// <summary>The archived texts by their digests; of more than 100, the last.</summary>
    public required IReadOnlyList<SnapshotAnswer> Snapshots { get; init; }

    /// <summary>How many texts are archived; <c>/sources/{id}/snapshots</c> lists them all.</summary>
    public required int SnapshotCount { get; init; }

    /// <summary>How many facts in force cite it.</summary>
    public required int Facts { get; init; }

    /// <summary>How many citations of it they have.</summary>
    public required int Citations { get; init; }

    /// <summary>Ids that were merged into this one.</summary>
    public IReadOnlyList<string>? OtherIds { get; init; }

    /// <summary>The facts that describe it, archive its snapshots and assess it; of more than 100, the last.</summary>
    public required IReadOnlyList<string> Descriptions { get; init; }

    /// <summary>How many facts do; <c>/sources/{id}/descriptions</c> lists them all.</summary>
    public required int DescriptionCount { get; init; }

    /// <summary>The address of its passages.</summary>
    public required string Passages { get; init; }

    /// <summary>The last position that touched it or a polity with facts that cite it.</summary>
    public required KnownAtAnswer KnownAt { get; init; }

    /// <summary>The permanent address of this answer.</summary>
    public required string Self { get; init; }
}

/// <summary>The assessment of a source: what a noted one says is shown and set aside, and what a copy says counts as said by the source that it copies.</summary>
/// <param name="Standing">How far the record relies on the source.</param>
/// <param name="CopyOf">The id of the source that it copies; absent if it is no copy.</param>
/// <param name="Character">What sort of publisher it comes from.</param>
/// <param name="CloseTo">The party whose publication it is, or to which its publisher is close; absent if none is known by an id.</param>
/// <param name="Reason">Why, in the editor's words.</param>
/// <param name="Fact">The fact that assesses it.</param>
public sealed record AssessmentAnswer(
    SourceStanding Standing,
    string? CopyOf,
    SourceCharacter? Character,
    EntityReference? CloseTo,
    string Reason,
    string Fact
);

/// <summary>An archived text of a source.</summary>
/// <param name="Sha256">SHA-256 of its bytes.</param>
/// <param name="Length">The number of Unicode code points in Normalization Form C.</param>
/// <param name="Coverage">How much of it is cited; absent if it has not been cut into passages.</param>
public sealed record SnapshotAnswer(string Sha256, int Length, CoverageAnswer? Coverage);

/// <summary>A fact that describes a source, archives a text of it, or assesses it.</summary>
/// <param name="Fact">A link to the fact.</param>
/// <param name="Type">Its type.</param>
/// <param name="Position">The position of its last change.</param>
/// <param name="RecordedAt">When that was recorded.</param>
public sealed record SourceDescription(string Fact, string Type, long Position, DateTimeOffset RecordedAt);

/// <summary>How many of a text's passages facts cite.</summary>
/// <param name="Passages">All of them.</param>
/// <param name="Cited">Those that a fact cites.</param>
/// <param name="NotRecorded">Those that are not recorded, for a stated reason such as that they are headings.</param>
/// <param name="Uncovered">The others.</param>
public sealed record CoverageAnswer(int Passages, int Cited, int NotRecorded, int Uncovered);
