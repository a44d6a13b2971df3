using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Sources;

/// <summary>How far a quote could be held against the text that it is taken from.</summary>
public enum QuoteStanding
{
    /// <summary>It stands in a snapshot of its source, exactly and at its place.</summary>
    Exact,

    /// <summary>The source has snapshots, and the text of the one that it may be from is not at hand.</summary>
    NotChecked,

    /// <summary>The source has no snapshot that it could be held against.</summary>
    ExcerptOnly,

    /// <summary>Something is wrong with it, and the problems tell what.</summary>
    Wrong,
}

/// <summary>What <see cref="QuoteCheck"/> found of a citation.</summary>
/// <param name="Citation">The citation with its words in NFC; where it left its place out and the quote stands once in the text, with the place.</param>
/// <param name="Standing">How far it could be checked.</param>
/// <param name="Snapshot">The SHA-256 of the snapshot that it stands in; null where it is not known which.</param>
/// <param name="Problems">What is wrong; JSON pointers within the citation.</param>
public sealed record QuoteFinding(Citation Citation, QuoteStanding Standing, string? Snapshot, IReadOnlyList<FactProblem> Problems);
