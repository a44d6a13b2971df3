using System.Numerics;

namespace TransparencyLog;

/// <summary>
/// Represents the right edge of a growing Merkle tree, which is all that is needed to append leaves and to compute the root.
/// </summary>
/// <remarks>It holds the hashes of the perfect subtrees that make up the tree, at most one per level. Not thread-safe.</remarks>
public sealed class Frontier
{
    /// <summary>The maximum number of subtrees that appending one leaf completes.</summary>
    public const int MaxCompletedSubtrees = 63;

    // The hash at a level is in use if the size has the corresponding bit set.
    private readonly MerkleHash[] byLevel = new MerkleHash[MaxCompletedSubtrees];

    /// <summary>Initializes the right edge of an empty tree.</summary>
    public Frontier() { }

    /// <summary>Initializes the right edge of a tree whose hashes are stored elsewhere.</summary>
    /// <param name="size">The number of leaves.</param>
    /// <param name="hashOf">A function that returns the hash of each of the <see cref="SubtreesFor"/> this size.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public Frontier(long size, Func<Subtree, MerkleHash> hashOf)
    {
        foreach (var subtree in SubtreesFor(size))
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

    /// <summary>The root hash.</summary>
    public MerkleHash Root
    {
        get
        {
            if (Size == 0)
                return MerkleHash.EmptyTree;
            var level = BitOperations.TrailingZeroCount(Size);
            var root = byLevel[level];
            while (++level < byLevel.Length)
            {
                if ((Size >> level & 1) == 1)
                    root = MerkleHash.HashNode(byLevel[level], root);
            }

            return root;
        }
    }

    /// <summary>The size and root hash.</summary>
    public TreeHead Head => new(Size, Root);

    /// <summary>
    /// Returns the perfect subtrees that make up a tree, from left to right: one for each bit set in its size, largest first.
    /// </summary>
    /// <param name="size">The number of leaves.</param>
    /// <returns>The subtrees.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public static IEnumerable<Subtree> SubtreesFor(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return new LeafRange(0, size).Subtrees();
    }

    /// <summary>Appends a leaf, and returns the hashes of the subtrees it completes.</summary>
    /// <param name="leaf">The hash of the leaf.</param>
    /// <param name="completed">
    /// Receives the hashes of the completed subtrees by level, beginning with the leaf itself. <see cref="MaxCompletedSubtrees"/> elements
    /// are always enough.
    /// </param>
    /// <returns>The number of completed subtrees.</returns>
    public int Append(MerkleHash leaf, Span<MerkleHash> completed)
    {
        var level = 0;
        completed[0] = leaf;
        while ((Size >> level & 1) == 1)
        {
            leaf = MerkleHash.HashNode(byLevel[level], leaf);
            completed[++level] = leaf;
        }

        byLevel[level] = leaf;
        Size++;
        return level + 1;
    }

    /// <summary>Appends a leaf.</summary>
    /// <param name="leaf">The hash of the leaf.</param>
    public void Append(MerkleHash leaf)
    {
        Span<MerkleHash> completed = stackalloc MerkleHash[MaxCompletedSubtrees];
        Append(leaf, completed);
    }

    /// <summary>Creates an independent copy.</summary>
    /// <returns>The copy.</returns>
    public Frontier Clone() => new(this);

    /// <summary>Returns the hash of a subtree on the right edge.</summary>
    /// <param name="subtree">The subtree.</param>
    /// <returns>
    /// The hash if the subtree is one of the <see cref="SubtreesFor"/> the current size; otherwise <see langword="null"/>.
    /// </returns>
    public MerkleHash? FindHash(Subtree subtree) =>
        subtree.Level < byLevel.Length && (Size >> subtree.Level & 1) == 1 && subtree.Index == (Size >> subtree.Level) - 1
            ? byLevel[subtree.Level]
            : null;
}
