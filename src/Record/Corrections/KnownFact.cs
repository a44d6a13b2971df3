using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Corrections;

/// <summary>One event of the record with what has become of it by some position.</summary>
/// <param name="Recorded">As it was recorded first.</param>
/// <param name="Changes">The corrections, retractions and reinstatements of it, in the order of record; those taken out themselves included.</param>
/// <param name="Content">What it says now.</param>
/// <param name="InForce">False where it is taken out.</param>
/// <param name="Version">The entry that says so: the event itself, or the last correction of it that is in force.</param>
public sealed record KnownFact(RecordedFact Recorded, IReadOnlyList<RecordedFact> Changes, Fact Content, bool InForce, RecordedFact Version)
{
    /// <summary>The event in its place in the record, with what it says now.</summary>
    public RecordedFact Current => ReferenceEquals(Content, Recorded.Fact) ? Recorded : Recorded with { Fact = Content };

    /// <summary>The last entry that touched it.</summary>
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
