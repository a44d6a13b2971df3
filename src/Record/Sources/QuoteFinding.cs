using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Sources;

/// <summary>How far a quote could be held against the text that it is taken from.</summary>
public enum QuoteStatus
{
    /// <summary>It stands in a snapshot of its source, exactly and at its place.</summary>
    Exact,

    /// <summary>The text of the snapshot that it is from is not at hand.</summary>
    NotChecked,

    /// <summary>The source has no snapshot that it could be held against.</summary>
    ExcerptOnly,

    /// <summary>Something is wrong with it, and the problems tell what.</summary>
    Wrong,
}

/// <summary>What <see cref="QuoteCheck"/> found of a citation.</summary>
/// <param name="Citation">The citation with its words in NFC; where the quote was found, with its place, and with the snapshot that it is
/// from unless that is the source's first.</param>
/// <param name="Status">How far it could be checked.</param>
/// <param name="Problems">What is wrong; JSON pointers within the citation.</param>
public sealed record QuoteFinding(Citation Citation, QuoteStatus Status, IReadOnlyList<FactProblem> Problems);
