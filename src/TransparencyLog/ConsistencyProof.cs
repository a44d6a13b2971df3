using System.Numerics;

namespace TransparencyLog;

/// <summary>Represents a proof that a tree begins with exactly the leaves of an earlier tree (RFC 9162, section 2.1.4).</summary>
/// <param name="From">The size of the earlier tree.</param>
/// <param name="To">The size of the later tree.</param>
/// <param name="Hashes">The node hashes from which both roots can be computed.</param>
public sealed record ConsistencyProof(long From, long To, IReadOnlyList<MerkleHash> Hashes)
{
    /// <summary>Returns the subtrees whose hashes <see cref="Create"/> needs.</summary>
    /// <param name="from">The size of the earlier tree.</param>
    /// <param name="to">The size of the later tree.</param>
    /// <returns>The subtrees, in the order in which <see cref="Create"/> asks for their hashes.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> is negative or greater than <paramref name="to"/>.</exception>
    public static IEnumerable<Subtree> SubtreesFor(long from, long to) => RangesFor(from, to).SelectMany(range => range.Subtrees());

    /// <summary>Creates a proof from the hashes of a tree.</summary>
    /// <param name="from">The size of the earlier tree. If it is 0 or equal to <paramref name="to"/>, the proof has no hashes.</param>
    /// <param name="to">The size of the later tree.</param>
    /// <param name="hashOf">A function that returns the hash of each of the <see cref="SubtreesFor"/> these sizes.</param>
    /// <returns>The proof.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> is negative or greater than <paramref name="to"/>.</exception>
    public static ConsistencyProof Create(long from, long to, Func<Subtree, MerkleHash> hashOf) =>
        new(from, to, [.. RangesFor(from, to).Select(range => range.HashFrom(hashOf))]);

    /// <summary>Determines whether the proof is valid for two roots (RFC 9162, section 2.1.4.2).</summary>
    /// <param name="earlier">The root hash of the tree of <see cref="From"/> leaves.</param>
    /// <param name="later">The root hash of the tree of <see cref="To"/> leaves.</param>
    /// <returns><see langword="true"/> if the later tree begins with exactly the leaves of the earlier one.</returns>
    public bool Verify(MerkleHash earlier, MerkleHash later)
    {
        if (From < 0 || From > To)
            return false;
        if (From == To || From == 0)
            return Hashes.Count == 0 && earlier == (From == 0 ? MerkleHash.EmptyTree : later) && (To > 0 || later == earlier);
        // If its size is a power of two, the earlier root is itself a node of the later tree, and the proof leaves it out.
        IReadOnlyList<MerkleHash> path = BitOperations.IsPow2(From) ? [earlier, .. Hashes] : Hashes;
        if (path.Count == 0)
            return false;
        var (node, last) = (From - 1, To - 1);
        while ((node & 1) == 1)
            (node, last) = (node >> 1, last >> 1);
        var (first, second) = (path[0], path[0]);
        foreach (var sibling in path.Skip(1))
        {
            if (last == 0)
                return false;
            if ((node & 1) == 1 || node == last)
            {
                first = MerkleHash.HashNode(sibling, first);
                second = MerkleHash.HashNode(sibling, second);
                while ((node & 1) == 0 && node != 0)
                    (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                second = MerkleHash.HashNode(second, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && first == earlier && second == later;
    }

    private static List<LeafRange> RangesFor(long from, long to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, to);
        var ranges = new List<LeafRange>();
        if (from == 0)
            return ranges;
        var node = new LeafRange(0, to);
        while (from < node.End)
        {
            var (left, right) = (node with { End = node.Middle }, node with { First = node.Middle });
            ranges.Add(from <= node.Middle ? right : left);
            node = from <= node.Middle ? left : right;
        }

        // The verifier already has the root of the earlier tree.
        if (node.First != 0)
            ranges.Add(node);
        ranges.Reverse();
        return ranges;
    }
}
