using System.Globalization;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Log;
using TransparencyLog;

namespace ArtsakhLedger.Verification;

/// <summary>Compares a position with its event and its leaf.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class EntryCheck
{
    private readonly CanonicalJsonWriter json = new(strict: true);
    private readonly LeafWriter leaves = new();

    /// <summary>The first mismatch; null where there is none.</summary>
    public string? ProblemOf(StoredEntry entry, StoredBody? stored)
    {
        if (stored is null)
        {
            return "its event is not in the event store";
        }

        if (stored.HeaderPosition != entry.Position.ToString(CultureInfo.InvariantCulture))
        {
            return $"its event has the position {stored.HeaderPosition ?? "none"}";
        }

        if (stored.Timestamp != entry.RecordedAt)
        {
            return $"its event has the time {stored.Timestamp:O}, and the position {entry.RecordedAt:O}";
        }

        if (stored.User != entry.Author.Subject)
        {
            return "its event and its position name different authors";
        }

        try
        {
            var body = json.Write(stored.Body);
            var leaf = leaves.Write(
                entry.Position,
                stored.Stream,
                stored.Version,
                stored.Type,
                entry.RecordedAt,
                entry.Batch,
                entry.Author,
                body,
                entry.Log.Salt
            );
            return leaf.AsSpan().SequenceEqual(entry.Log.Leaf) ? null : LeafDifference.Describe(leaf, entry.Log.Leaf);
        }
        catch (CanonicalJsonException inexact)
        {
            return $"its event has no leaf: {inexact.Message}";
        }
    }
}
