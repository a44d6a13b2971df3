using System.Numerics;
using System.Runtime.InteropServices;

namespace TransparencyLog;

/// <summary>Leaves that stand under one node of some tree: what one hash of a proof stands for.</summary>
/// <param name="First">The index of the first leaf.</param>
/// <param name="End">The index after the last one.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LeafRange(long First, long End)
{
    /// <summary>Where the node over these leaves parts them: at the largest power of two that is smaller than their number.</summary>
    public long Middle => First + (1L << BitOperations.Log2((ulong)(End - First - 1)));

    /// <summary>The perfect subtrees that make it up, from left to right, ever smaller.</summary>
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

    /// <summary>The hash of the node over them.</summary>
    public MerkleHash HashFrom(Func<Subtree, MerkleHash> hashOf)
    {
        var hashes = Subtrees().Select(hashOf).ToArray();
        var hash = hashes[^1];
        for (var next = hashes.Length - 2; next >= 0; next--)
            hash = MerkleHash.OfNode(hashes[next], hash);
        return hash;
    }
}
