using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Verification;

/// <summary>The outcome of a verification. What comes after the first mismatch was not checked and is absent.</summary>
public sealed record VerifyReport
{
    /// <summary>Whether there is no mismatch.</summary>
    public bool Fits => FirstMismatch is null;

    /// <summary>The number of events, if all match their leaves and the tree.</summary>
    public long? Size { get; init; }

    /// <summary>The root of the tree, in base64.</summary>
    public string? Root { get; init; }

    /// <summary>The kept checkpoints that the log is consistent with.</summary>
    public IReadOnlyList<CheckpointHeld>? Checkpoints { get; init; }

    /// <summary>The number of rows of the read model, if all match their events.</summary>
    public long? Rows { get; init; }

    /// <summary>The outcome for quotes.</summary>
    public QuotesVerified? Quotes { get; init; }

    /// <summary>The first mismatch.</summary>
    public Mismatch? FirstMismatch { get; init; }
}

/// <summary>A checkpoint that the log is consistent with.</summary>
/// <param name="Name">Where it was kept.</param>
/// <param name="Size">The number of entries that it covers.</param>
public sealed record CheckpointHeld(string Name, long Size);

/// <summary>All recorded quotes, including those of facts that have been corrected or retracted since.</summary>
/// <param name="Exact">How many are in their text exactly as quoted.</param>
/// <param name="OfExcerpts">How many are from sources without a snapshot, so that there is no text to compare with.</param>
/// <param name="NotChecked">How many are from texts that are not available.</param>
/// <param name="WrongButSuperseded">How many are not in their text but belong to facts that have been corrected or retracted since.</param>
public sealed record QuotesVerified(int Exact, int OfExcerpts, int NotChecked, int WrongButSuperseded)
{
    internal QuotesVerified With(QuoteStatus another) =>
        another switch
        {
            QuoteStatus.Exact => this with { Exact = Exact + 1 },
            QuoteStatus.ExcerptOnly => this with { OfExcerpts = OfExcerpts + 1 },
            QuoteStatus.NotChecked => this with { NotChecked = NotChecked + 1 },
            _ => this with { WrongButSuperseded = WrongButSuperseded + 1 },
        };
}
