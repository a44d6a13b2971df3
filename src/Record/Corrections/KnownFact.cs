using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Corrections;

/// <summary>An entry as known at a position.</summary>
/// <param name="Recorded">The entry as it was first recorded.</param>
/// <param name="Changes">Its corrections, retractions and reinstatements in the order of record, retracted ones included.</param>
/// <param name="Content">Its current content.</param>
/// <param name="InForce">False if it is retracted.</param>
/// <param name="Version">The entry that gave it its content: itself, or the last correction in force.</param>
public sealed record KnownFact(RecordedFact Recorded, IReadOnlyList<RecordedFact> Changes, Fact Content, bool InForce, RecordedFact Version)
{
    /// <summary>The entry in its place in the record, with its current content.</summary>
    public RecordedFact Current => ReferenceEquals(Content, Recorded.Fact) ? Recorded : Recorded with { Fact = Content };

    /// <summary>The last change, in force or not; the entry itself if there is none.</summary>
    public RecordedFact LastTouched => Changes.Count == 0 ? Recorded : Changes[^1];

    internal static KnownFact Of(RecordedFact recorded, IReadOnlyList<RecordedFact> changes, Func<string, bool> isInForce)
    {
        var known = new KnownFact(recorded, changes, recorded.Fact, InForce: true, recorded);
        foreach (var change in changes)
        {
            if (isInForce(change.Fact.Id))
            {
                known = change.Fact switch
                {
                    FactCorrected correction => known with { Content = correction.Content, Version = change },
                    FactRetracted => known with { InForce = false },
                    _ => known with { InForce = true },
                };
            }
        }

        return known;
    }
}
