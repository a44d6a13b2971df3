using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Sources;

/// <summary>How far the record relies on a source (PERIODS, F).</summary>
public enum SourceStanding
{
    /// <summary>As without an assessment.</summary>
    ReliedOn,

    /// <summary>What it says is shown and set aside whole.</summary>
    Noted,

    /// <summary>What it says counts as said by the source that it copies, once.</summary>
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

/// <summary>An editor assesses a source: how far the record relies on it, and whose it is. The last assessment in force counts.</summary>
public sealed record SourceAssessed : Fact
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

    /// <summary>Why, in the editor's words; permanent and public. It stands in place of a citation.</summary>
    public required string Reason { get; init; }

    public override string StreamName() => $"source/{Source}";

    public override IEnumerable<Party> Parties() => CloseTo is null ? [] : [CloseTo];
}
