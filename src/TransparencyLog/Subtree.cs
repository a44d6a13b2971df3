using System.Runtime.InteropServices;

namespace TransparencyLog;

/// <summary>Identifies a perfect subtree of a Merkle tree: 2^level leaves, beginning at a multiple of 2^level.</summary>
/// <remarks>The hash of a perfect subtree never changes as the tree grows.</remarks>
/// <param name="Level">The height above the leaves, from 0 (a leaf) to 62.</param>
/// <param name="Index">The zero-based index from the left within the level.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Subtree(int Level, long Index)
{
    /// <summary>The index of the first leaf.</summary>
    public long First => Index << Level;

    /// <summary>The index after the last leaf, which is the size of the smallest tree that contains the subtree.</summary>
    public long End => (Index + 1) << Level;
}
