namespace ArtsakhLedger.Facts;

/// <summary>A passage of a source: the source, an exact quote of at most 30 words (W3C TextQuoteSelector) and its place in
/// the source's snapshot (W3C TextPositionSelector, in Unicode code points of the NFC text; start inclusive, end exclusive).</summary>
public sealed record Citation
{
    /// <summary>The most words that a quote may have; words are separated by white space.</summary>
    public const int MaximumWords = 30;

    /// <summary>The most words that a prefix or a suffix may have.</summary>
    public const int MaximumWordsBeside = 10;

    /// <summary>The id of the source.</summary>
    public required string Source { get; init; }

    /// <summary>The exact words of the source.</summary>
    public required string Quote { get; init; }

    /// <summary>Words right before the quote, if the quote alone occurs more than once in the text.</summary>
    public string? Prefix { get; init; }

    /// <summary>Words right after the quote, if the quote alone occurs more than once in the text.</summary>
    public string? Suffix { get; init; }

    /// <summary>The first code point of the quote; absent if the source is known only by an excerpt.</summary>
    public int? Start { get; init; }

    /// <summary>The code point after the quote's last.</summary>
    public int? End { get; init; }

    /// <summary>The SHA-256 of the snapshot that the quote is from; absent if it is from the source's first.</summary>
    public string? Snapshot { get; init; }

    /// <summary>Where in the source it is, as people cite it: "row 12", "p. 34"; absent if that says nothing more.</summary>
    public string? Locator { get; init; }
}
