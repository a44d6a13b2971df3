namespace TransparencyLog;

/// <summary>Represents a proof that a leaf is in a tree (RFC 9162, section 2.1.3).</summary>
/// <param name="Index">The zero-based index of the leaf.</param>
/// <param name="Size">The number of leaves in the tree.</param>
/// <param name="Hashes">The hashes of the siblings on the path from the leaf to the root.</param>
public sealed record InclusionProof(long Index, long Size, IReadOnlyList<MerkleHash> Hashes)
{
    /// <summary>Returns the subtrees whose hashes <see cref="Create"/> needs.</summary>
    /// <param name="index">The zero-based index of the leaf.</param>
    /// <param name="size">The number of leaves in the tree.</param>
    /// <returns>The subtrees, in the order in which <see cref="Create"/> asks for their hashes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no leaf at <paramref name="index"/>.</exception>
    public static IEnumerable<Subtree> SubtreesFor(long index, long size) => RangesFor(index, size).SelectMany(range => range.Subtrees());

    /// <summary>Creates a proof from the hashes of a tree.</summary>
    /// <param name="index">The zero-based index of the leaf.</param>
    /// <param name="size">The number of leaves in the tree.</param>
    /// <param name="hashOf">A function that returns the hash of each of the <see cref="SubtreesFor"/> this leaf.</param>
    /// <returns>The proof.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no leaf at <paramref name="index"/>.</exception>
    public static InclusionProof Create(long index, long size, Func<Subtree, MerkleHash> hashOf) =>
        new(index, size, [.. RangesFor(index, size).Select(range => range.HashFrom(hashOf))]);

    /// <summary>Determines whether the proof is valid for a leaf and a root (RFC 9162, section 2.1.3.2).</summary>
    /// <param name="leaf">The hash of the leaf.</param>
    /// <param name="root">The root hash of the tree of <see cref="Size"/> leaves.</param>
    /// <returns><see langword="true"/> if the tree has the leaf at <see cref="Index"/>.</returns>
    public bool Verify(MerkleHash leaf, MerkleHash root)
    {
        if (Index < 0 || Index >= Size)
            return false;
        var (node, last, hash) = (Index, Size - 1, leaf);
        foreach (var sibling in Hashes)
        {
            if (last == 0)
                return false;
            if ((node & 1) == 1 || node == last)
            {
                hash = MerkleHash.HashNode(sibling, hash);
                while ((node & 1) == 0 && node != 0)
                    (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                hash = MerkleHash.HashNode(hash, sibling);
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
