namespace TransparencyLog;

/// <summary>Proves that an entry is in a tree (RFC 9162, section 2.1.3).</summary>
/// <param name="Index">The index of the leaf, from 0.</param>
/// <param name="Size">The number of leaves of the tree.</param>
/// <param name="Hashes">The hashes beside the way from the leaf to the root, the leaf's sibling first.</param>
public sealed record InclusionProof(long Index, long Size, IReadOnlyList<MerkleHash> Hashes)
{
    /// <summary>The subtrees whose hashes <see cref="Create"/> asks for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such leaf.</exception>
    public static IEnumerable<Subtree> SubtreesFor(long index, long size) => RangesFor(index, size).SelectMany(range => range.Subtrees());

    /// <summary>Makes the proof out of a tree's hashes.</summary>
    /// <param name="index">The index of the leaf, from 0.</param>
    /// <param name="size">The size of the tree that it is proven to be in.</param>
    /// <param name="hashOf">Gives the hash of each of <see cref="SubtreesFor"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such leaf.</exception>
    public static InclusionProof Create(long index, long size, Func<Subtree, MerkleHash> hashOf) =>
        new(index, size, [.. RangesFor(index, size).Select(range => range.HashFrom(hashOf))]);

    /// <summary>Whether it proves a leaf to be in a tree (RFC 9162, section 2.1.3.2).</summary>
    /// <param name="leaf">The hash of the leaf.</param>
    /// <param name="root">The hash of the root of the tree of <see cref="Size"/> leaves.</param>
    public bool Verify(MerkleHash leaf, MerkleHash root)
    {
        if (Index < 0 || Index >= Size)
            return false;
        var (node, last, hash) = (Index, Size - 1, leaf);
        foreach (var beside in Hashes)
        {
            if (last == 0)
                return false;
            if ((node & 1) == 1 || node == last)
            {
                hash = MerkleHash.OfNode(beside, hash);
                while ((node & 1) == 0 && node != 0)
                    (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                hash = MerkleHash.OfNode(hash, beside);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }

    private static List<LeafRange> RangesFor(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var ranges = new List<LeafRange>();
        for (var node = new LeafRange(0, size); node.End - node.First > 1; )
        {
            var (left, right) = (node with { End = node.Middle }, node with { First = node.Middle });
            ranges.Add(index < node.Middle ? right : left);
            node = index < node.Middle ? left : right;
        }

        ranges.Reverse();
        return ranges;
    }
}
