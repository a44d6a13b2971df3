using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Verification;

/// <summary>What a verification found. What comes after the first mismatch was not looked at, and is absent.</summary>
public sealed record VerifyReport
{
    /// <summary>True where everything fits.</summary>
    public bool Fits => FirstMismatch is null;

    /// <summary>How many events fit their leaves, and these the tree; absent where they do not all.</summary>
    public long? Size { get; init; }

    /// <summary>The root of the tree, in base64.</summary>
    public string? Root { get; init; }

    /// <summary>The checkpoints that hold: the ledger begins with the entries that they are of.</summary>
    public IReadOnlyList<CheckpointHeld>? Checkpoints { get; init; }

    /// <summary>How many rows of the read model are what the events give.</summary>
    public long? Rows { get; init; }

    /// <summary>What was found of the quotes.</summary>
    public QuotesVerified? Quotes { get; init; }

    /// <summary>The first place that does not fit.</summary>
    public Mismatch? FirstMismatch { get; init; }
}

/// <summary>A checkpoint that holds.</summary>
/// <param name="Name">Where it was kept.</param>
/// <param name="Size">How many entries it is of.</param>
public sealed record CheckpointHeld(string Name, long Size);

/// <summary>Every quote that was ever recorded, those of facts that were corrected or taken out since included.</summary>
/// <param name="Exact">How many stand in their text exactly, at their place.</param>
/// <param name="OfExcerpts">How many are of sources without a snapshot, so that no text can bear them out.</param>
/// <param name="NotChecked">How many are of texts that are not at hand.</param>
/// <param name="WrongButSuperseded">How many do not stand in their text, of facts that were corrected or taken out since.</param>
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
