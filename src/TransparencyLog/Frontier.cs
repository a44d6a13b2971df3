using System.Numerics;

namespace TransparencyLog;

/// <summary>The right edge of a Merkle tree: the hashes of the perfect subtrees that make it up, at most one a level. It is all that
/// appending and the root need, whatever the tree's size.</summary>
/// <remarks>Not safe for use by several threads at once.</remarks>
public sealed class Frontier
{
    /// <summary>The most hashes that one appended leaf completes.</summary>
    public const int MostCompleted = 63;

    // By level; the hash of a level counts where the size has that bit.
    private readonly MerkleHash[] byLevel = new MerkleHash[MostCompleted];

    /// <summary>The right edge of the tree that has no leaves.</summary>
    public Frontier() { }

    /// <summary>The right edge of a tree whose hashes are kept elsewhere.</summary>
    /// <param name="size">The number of leaves, from 0.</param>
    /// <param name="hashOf">Gives the hash of each of <see cref="SubtreesOf"/>.</param>
    public Frontier(long size, Func<Subtree, MerkleHash> hashOf)
    {
        foreach (var subtree in SubtreesOf(size))
            byLevel[subtree.Level] = hashOf(subtree);
        Size = size;
    }

    private Frontier(Frontier other)
    {
        other.byLevel.CopyTo(byLevel, 0);
        Size = other.Size;
    }

    /// <summary>The number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>The hash of the root.</summary>
    public MerkleHash Root
    {
        get
        {
            if (Size == 0)
                return MerkleHash.OfEmptyTree;
            var level = BitOperations.TrailingZeroCount(Size);
            var root = byLevel[level];
            while (++level < byLevel.Length)
            {
                if ((Size >> level & 1) == 1)
                    root = MerkleHash.OfNode(byLevel[level], root);
            }

            return root;
        }
    }

    /// <summary>Size and root.</summary>
    public TreeHead Head => new(Size, Root);

    /// <summary>The perfect subtrees that make up a tree, from left to right, ever smaller: one for each bit of its size.</summary>
    /// <param name="size">The number of leaves, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public static IEnumerable<Subtree> SubtreesOf(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return new LeafRange(0, size).Subtrees();
    }

    /// <summary>Appends a leaf.</summary>
    /// <param name="leaf">Its hash.</param>
    /// <param name="completed">Takes the hashes of the subtrees that it completes, its own first, then of each level above; room for
    /// <see cref="MostCompleted"/> is always enough.</param>
    /// <returns>How many these are.</returns>
    public int Append(MerkleHash leaf, Span<MerkleHash> completed)
    {
        var level = 0;
        completed[0] = leaf;
        while ((Size >> level & 1) == 1)
        {
            leaf = MerkleHash.OfNode(byLevel[level], leaf);
            completed[++level] = leaf;
        }

        byLevel[level] = leaf;
        Size++;
        return level + 1;
    }

    /// <summary>Appends a leaf whose completed subtrees nobody keeps.</summary>
    public void Append(MerkleHash leaf)
    {
        Span<MerkleHash> completed = stackalloc MerkleHash[MostCompleted];
        Append(leaf, completed);
    }

    /// <summary>The same right edge, to be appended to on its own.</summary>
    public Frontier Copy() => new(this);

    /// <summary>The hash of one of the subtrees of <see cref="SubtreesOf"/> at this size, or null for any other.</summary>
    public MerkleHash? HashOf(Subtree subtree) =>
        subtree.Level < byLevel.Length && (Size >> subtree.Level & 1) == 1 && subtree.Index == (Size >> subtree.Level) - 1
            ? byLevel[subtree.Level]
            : null;
}
