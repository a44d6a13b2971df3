using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Sources;

/// <summary>The first snapshot of a source over the positions of the record. A citation that names no snapshot is from the first that the source had
/// when the citation was recorded, whatever the source's description says later.</summary>
/// <param name="steps">The digest from each position at which it may have changed on, in order; null where the source had no snapshot.</param>
public sealed class FirstSnapshots(IReadOnlyList<(long Position, string? Sha256)> steps)
{
    /// <summary>The digest of the first snapshot as known at a position; where there was none yet, of the first that came. Null if none ever came.</summary>
    public string? At(long position)
    {
        var known = steps.LastOrDefault(step => step.Position <= position).Sha256;
        return known ?? steps.FirstOrDefault(step => step.Position > position && step.Sha256 is not null).Sha256;
    }

    /// <summary>A citation with the digest of the snapshot that it is from.</summary>
    /// <param name="citation">The citation.</param>
    /// <param name="position">Where it was recorded.</param>
    public Citation Explicit(Citation citation, long position) =>
        citation.Snapshot is null ? citation with { Snapshot = At(position) } : citation;
}
