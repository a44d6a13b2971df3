using System.Text.Json.Serialization;

namespace ArtsakhLedger.Sources;

/// <summary>A passage of a source with what cites it.</summary>
/// <param name="Start">Its first code point in the snapshot; absent if the source is known only by an excerpt.</param>
/// <param name="End">The code point after its last.</param>
/// <param name="Length">The number of its code points.</param>
/// <param name="Sha256">SHA-256 of its NFC text in UTF-8.</param>
/// <param name="NotRecorded">Why nothing in it is recorded; absent if facts should cite it.</param>
/// <param name="Uncovered">True if no fact cites it and no reason is given.</param>
/// <param name="CitationCount">How many quotes from it there are.</param>
/// <param name="Citations">The quotes from it, in the order of record; of more than 100, the first. <c>/facts?source=</c> lists every fact that cites the
/// source.</param>
public sealed record PassageAnswer(
    int? Start,
    int? End,
    int Length,
    string Sha256,
    string? NotRecorded,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Uncovered,
    int CitationCount,
    IReadOnlyList<CitationAnswer> Citations
)
{
    /// <summary>How many quotes of one passage an answer has.</summary>
    public const int MostQuotes = 100;
}

/// <summary>A fact's quote.</summary>
/// <param name="Fact">A link to the fact.</param>
/// <param name="Quote">The words.</param>
/// <param name="Start">Their first code point in the snapshot.</param>
/// <param name="End">The code point after their last.</param>
public sealed record CitationAnswer(string Fact, string Quote, int? Start, int? End);
