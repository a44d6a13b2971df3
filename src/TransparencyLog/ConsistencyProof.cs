using System.Numerics;

namespace TransparencyLog;

/// <summary>Proves that a tree holds all the leaves of an earlier one, unchanged and in the same places (RFC 9162, section 2.1.4).</summary>
/// <param name="From">The size of the earlier tree.</param>
/// <param name="To">The size of the later one.</param>
/// <param name="Hashes">The hashes of the nodes that lead to both roots.</param>
public sealed record ConsistencyProof(long From, long To, IReadOnlyList<MerkleHash> Hashes)
{
    /// <summary>The subtrees whose hashes <see cref="Create"/> asks for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sizes are not in order.</exception>
    public static IEnumerable<Subtree> SubtreesFor(long from, long to) => RangesFor(from, to).SelectMany(range => range.Subtrees());

    /// <summary>Makes the proof out of a tree's hashes.</summary>
    /// <param name="from">The size of the earlier tree, from 0: anything is consistent with the empty tree, and the proof has no hashes then.</param>
    /// <param name="to">The size of the later one, not smaller; where it is the same, the proof has no hashes.</param>
    /// <param name="hashOf">Gives the hash of each of <see cref="SubtreesFor"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sizes are not in order.</exception>
    public static ConsistencyProof Create(long from, long to, Func<Subtree, MerkleHash> hashOf) =>
        new(from, to, [.. RangesFor(from, to).Select(range => range.HashFrom(hashOf))]);

    /// <summary>Whether it proves the later tree to hold the earlier one (RFC 9162, section 2.1.4.2).</summary>
    /// <param name="earlier">The hash of the root of the tree of <see cref="From"/> leaves.</param>
    /// <param name="later">The hash of the root of the tree of <see cref="To"/> leaves.</param>
    public bool Verify(MerkleHash earlier, MerkleHash later)
    {
        if (From < 0 || From > To)
            return false;
        if (From == To || From == 0)
            return Hashes.Count == 0 && earlier == (From == 0 ? MerkleHash.OfEmptyTree : later) && (To > 0 || later == earlier);
        // The earlier root is itself a node of the later tree where its size is a power of two, and is then not said again.
        IReadOnlyList<MerkleHash> path = BitOperations.IsPow2(From) ? [earlier, .. Hashes] : Hashes;
        if (path.Count == 0)
            return false;
        var (node, last) = (From - 1, To - 1);
        while ((node & 1) == 1)
            (node, last) = (node >> 1, last >> 1);
        var (first, second) = (path[0], path[0]);
        foreach (var beside in path.Skip(1))
        {
            if (last == 0)
                return false;
            if ((node & 1) == 1 || node == last)
            {
                first = MerkleHash.OfNode(beside, first);
                second = MerkleHash.OfNode(beside, second);
                while ((node & 1) == 0 && node != 0)
                    (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                second = MerkleHash.OfNode(second, beside);
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

        // What begins at 0 is the earlier tree itself, whose root the verifier has.
        if (node.First != 0)
            ranges.Add(node);
        ranges.Reverse();
        return ranges;
    }
}
