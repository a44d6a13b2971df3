using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Sources;

/// <summary>How far the record relies on a source.</summary>
public enum SourceStanding
{
    /// <summary>The record relies on what it says.</summary>
    ReliedOn,

    /// <summary>What it says is noted, and the editor would not rely on it.</summary>
    Noted,

    /// <summary>It repeats another source, and is no second witness.</summary>
    Copy,
}

/// <summary>What sort of publisher a source comes from.</summary>
public enum SourceCharacter
{
    Official,
    NewsAgency,
    Press,
    Advocacy,
    Scholarly,
    Encyclopedia,
    Personal,
}

/// <summary>An editor assesses a source: how far the record relies on it, and which party it is close to. The last assessment in force counts. What
/// a noted source says is shown and set aside; what a copy says counts as said by the source that it copies, once.</summary>
public sealed record SourceAssessed : Fact, IReasoned
{
    /// <summary>The source.</summary>
    public required string Source { get; init; }

    public required SourceStanding Standing { get; init; }

    /// <summary>The source that it copies; only with the standing <c>copy</c>.</summary>
    public string? CopyOf { get; init; }

    /// <summary>What sort of publisher it comes from, so that the balance of the record can be counted.</summary>
    public SourceCharacter? Character { get; init; }

    /// <summary>The party whose publication it is, or to which its publisher is close.</summary>
    public Party? CloseTo { get; init; }

    /// <summary>Why, in the editor's words; permanent and public. It replaces citations.</summary>
    public required string Reason { get; init; }

    public override string StreamName() => $"source/{Source}";

    public override IEnumerable<string> Describes() => CopyOf is { } original ? [KeyOf(Source), KeyOf(original)] : [KeyOf(Source)];

    /// <summary>The key of a source among what is described, where an entity may have the same id.</summary>
    public static string KeyOf(string source) => $"source/{source}";

    public override IEnumerable<Party> Parties() => CloseTo is null ? [] : [CloseTo];
}
