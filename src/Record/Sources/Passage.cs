namespace ArtsakhLedger.Sources;

/// <summary>A sentence, list item or table cell of a snapshot, by position and digest: enough to tell which parts of a source the record
/// covers without keeping its text.</summary>
public sealed record Passage
{
    /// <summary>The first code point, counted from 0 in the NFC text.</summary>
    public required int Start { get; init; }

    /// <summary>The number of code points.</summary>
    public required int Length { get; init; }

    /// <summary>SHA-256 of the passage's NFC text in UTF-8, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Why no fact cites it, such as that it is a heading; absent if facts should cite it.</summary>
    public string? NotRecorded { get; init; }

    /// <summary>The code point after the last.</summary>
    public int End() => Start + Length;
}
