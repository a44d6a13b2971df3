using ArtsakhLedger.Ledger;
using TransparencyLog;

namespace ArtsakhLedger.Log;

/// <summary>What one transaction adds to the log. Once it is committed, <see cref="Receipts"/> proves each event from it.</summary>
internal sealed class LogGrowth
{
    private readonly TreeGrowth tree;
    private readonly long first;
    private readonly List<LogRow> rows = [];
    private readonly LeafWriter leaves = new();

    /// <summary>Begins at the tree of the ledger's head.</summary>
    public LogGrowth(Frontier head)
    {
        tree = new(head);
        first = head.Size + 1;
    }

    /// <summary>The right edge of the tree after everything was added.</summary>
    public Frontier After => tree.After;

    /// <summary>Size and root of the tree after everything was added.</summary>
    public TreeHead Head => tree.Head;

    /// <summary>Adds the leaf of an event.</summary>
    /// <param name="recorded">The fact at the next position.</param>
    /// <param name="stream">The stream that its event is appended to.</param>
    /// <param name="version">Its version in the stream.</param>
    /// <param name="type">The kind of fact.</param>
    /// <param name="body">The event's body in canonical JSON.</param>
    /// <returns>What is stored with the position.</returns>
    /// <exception cref="CanonicalJsonException">The stream's name is too long for the log.</exception>
    public LogRow Add(RecordedFact recorded, string stream, long version, string type, byte[] body)
    {
        var salt = LeafWriter.NewSalt();
        var leaf = leaves.Write(
            recorded.Position,
            stream,
            version,
            type,
            recorded.RecordedAt,
            recorded.Batch,
            new(recorded.Author.Subject, recorded.Author.Name),
            body,
            salt
        );
        rows.Add(new(leaf, salt, MerkleHash.Concat([.. tree.Append(MerkleHash.HashLeaf(leaf))])));
        return rows[^1];
    }

    /// <summary>The row that was added at a position.</summary>
    public LogRow RowOf(long position) => rows[(int)(position - first)];

    /// <summary>Proves that a position is in the tree after everything was added.</summary>
    public InclusionProof ProveInclusion(long position) => tree.ProveInclusion(position - 1);
}
