namespace TransparencyLog;

/// <summary>A tree and the leaves just appended to it, kept together: it proves each of these leaves out of memory, without reading the rest
/// of the tree.</summary>
/// <remarks>Not safe for use by several threads at once.</remarks>
public sealed class TreeGrowth
{
    private readonly Frontier before;
    private readonly Frontier after;
    private readonly List<MerkleHash[]> completed = [];

    /// <summary>Begins at a tree.</summary>
    /// <param name="before">Its right edge, which stays as it is.</param>
    public TreeGrowth(Frontier before)
    {
        this.before = before.Copy();
        after = before.Copy();
    }

    /// <summary>The right edge with all that was appended.</summary>
    public Frontier After => after.Copy();

    /// <summary>Size and root with all that was appended.</summary>
    public TreeHead Head => after.Head;

    /// <summary>Appends a leaf.</summary>
    /// <param name="leaf">Its hash.</param>
    /// <returns>The hashes of the subtrees that it completes, its own first, then of each level above: what has to be kept of the tree with it.</returns>
    public IReadOnlyList<MerkleHash> Append(MerkleHash leaf)
    {
        Span<MerkleHash> hashes = stackalloc MerkleHash[Frontier.MostCompleted];
        var count = after.Append(leaf, hashes);
        completed.Add(hashes[..count].ToArray());
        return completed[^1];
    }

    /// <summary>Proves that a leaf appended here is in the tree as it is now.</summary>
    /// <param name="index">The index of the leaf, not before the size of the tree begun at.</param>
    /// <exception cref="ArgumentOutOfRangeException">The leaf was not appended here.</exception>
    public InclusionProof ProofOf(long index)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(index, before.Size);
        return InclusionProof.Create(index, after.Size, HashOf);
    }

    private MerkleHash HashOf(Subtree subtree) =>
        subtree.End > before.Size
            ? completed[(int)(subtree.End - 1 - before.Size)][subtree.Level]
            : before.HashOf(subtree)
                ?? throw new InvalidOperationException($"{subtree} is not at the right edge of the tree of {before.Size} leaves.");
}
