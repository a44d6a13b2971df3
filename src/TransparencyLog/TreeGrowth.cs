namespace TransparencyLog;

/// <summary>Appends leaves to a tree, and creates their inclusion proofs in memory, without the hashes of the rest of the tree.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class TreeGrowth
{
    private readonly Frontier before;
    private readonly Frontier after;
    private readonly List<MerkleHash[]> completed = [];

    /// <summary>Initializes the growth of a tree.</summary>
    /// <param name="before">The right edge of the tree, which is not modified.</param>
    public TreeGrowth(Frontier before)
    {
        this.before = before.Clone();
        after = before.Clone();
    }

    /// <summary>A copy of the right edge after the leaves were appended.</summary>
    public Frontier After => after.Clone();

    /// <summary>The size and root hash after the leaves were appended.</summary>
    public TreeHead Head => after.Head;

    /// <summary>Appends a leaf.</summary>
    /// <param name="leaf">The hash of the leaf.</param>
    /// <returns>The hashes of the subtrees it completes by level, beginning with the leaf itself. These are the hashes to store.</returns>
    public IReadOnlyList<MerkleHash> Append(MerkleHash leaf)
    {
        Span<MerkleHash> hashes = stackalloc MerkleHash[Frontier.MaxCompletedSubtrees];
        var count = after.Append(leaf, hashes);
        completed.Add(hashes[..count].ToArray());
        return completed[^1];
    }

    /// <summary>Creates a proof that an appended leaf is in the current tree.</summary>
    /// <param name="index">The zero-based index of the leaf in the tree.</param>
    /// <returns>The proof.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The leaf was not appended by this instance.</exception>
    public InclusionProof ProveInclusion(long index)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(index, before.Size);
        return InclusionProof.Create(index, after.Size, HashOf);
    }

    private MerkleHash HashOf(Subtree subtree) =>
        subtree.End > before.Size
            ? completed[(int)(subtree.End - 1 - before.Size)][subtree.Level]
            : before.FindHash(subtree)
                ?? throw new InvalidOperationException($"{subtree} is not at the right edge of the tree of {before.Size} leaves.");
}
