using System.Globalization;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Log;
using TransparencyLog;

namespace ArtsakhLedger.Verification;

/// <summary>Checks one position against its event and its leaf. Several may work side by side.</summary>
/// <remarks>Not safe for use by several threads at once.</remarks>
internal sealed class EntryCheck
{
    private readonly CanonicalJsonWriter json = new(exact: true);
    private readonly LeafWriter leaves = new();

    /// <summary>What does not fit; null where all does.</summary>
    public string? ProblemOf(StoredEntry entry, StoredBody? stored)
    {
        if (stored is null)
        {
            return "its event is not in the event store";
        }

        if (stored.HeaderPosition != entry.Position.ToString(CultureInfo.InvariantCulture))
        {
            return $"its event says that it stands at {stored.HeaderPosition ?? "no position"}";
        }

        if (stored.Timestamp != entry.RecordedAt)
        {
            return $"its event is of {stored.Timestamp:O}, and the position of {entry.RecordedAt:O}";
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
