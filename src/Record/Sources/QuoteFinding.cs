using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Sources;

/// <summary>The result of comparing a quote with the text of its source.</summary>
public enum QuoteStatus
{
    /// <summary>It is in a snapshot of its source, exactly and at its position.</summary>
    Exact,

    /// <summary>The text of its snapshot is not available.</summary>
    NotChecked,

    /// <summary>The source has no snapshot to compare with.</summary>
    ExcerptOnly,

    /// <summary>It has problems.</summary>
    Wrong,
}

/// <summary>A citation checked by <see cref="QuoteCheck"/>.</summary>
/// <param name="Citation">The citation with its words in NFC; if the quote was found, with its position, and with its snapshot unless that
/// is the source's first.</param>
/// <param name="Status">The result of the comparison.</param>
/// <param name="Problems">The problems, at JSON pointers within the citation.</param>
public sealed record QuoteFinding(Citation Citation, QuoteStatus Status, IReadOnlyList<FactProblem> Problems);
