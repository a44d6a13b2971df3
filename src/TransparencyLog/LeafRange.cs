using System.Numerics;
using System.Runtime.InteropServices;

namespace TransparencyLog;

/// <summary>The consecutive leaves below one node of a tree.</summary>
/// <param name="First">The index of the first leaf.</param>
/// <param name="End">The index after the last leaf.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LeafRange(long First, long End)
{
    /// <summary>
    /// The first leaf of the right child: the left one has the largest power of two of leaves that is less than their number.
    /// </summary>
    public long Middle => First + (1L << BitOperations.Log2((ulong)(End - First - 1)));

    /// <summary>The perfect subtrees that make up the range, from left to right, largest first.</summary>
    public IEnumerable<Subtree> Subtrees()
    {
        for (var (first, left) = (First, End - First); left > 0; )
        {
            var level = BitOperations.Log2((ulong)left);
            yield return new(level, first >> level);
            first += 1L << level;
            left -= 1L << level;
        }
    }

    /// <summary>The hash of the node, computed from those of its perfect subtrees.</summary>
    public MerkleHash HashFrom(Func<Subtree, MerkleHash> hashOf)
    {
        var hashes = Subtrees().Select(hashOf).ToArray();
        var hash = hashes[^1];
        for (var next = hashes.Length - 2; next >= 0; next--)
            hash = MerkleHash.HashNode(hashes[next], hash);
        return hash;
    }
}
