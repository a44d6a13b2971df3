using System.Runtime.InteropServices;

namespace TransparencyLog;

/// <summary>A perfect subtree of a Merkle tree: 2^level leaves that begin at a multiple of their number. Its hash never changes, however the
/// tree grows.</summary>
/// <param name="Level">The height over the leaves, from 0, which is a leaf itself, to 62.</param>
/// <param name="Index">Its place from the left among the subtrees of its level, from 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Subtree(int Level, long Index)
{
    /// <summary>The index of its first leaf.</summary>
    public long First => Index << Level;

    /// <summary>The index after its last leaf: the size of the smallest tree that holds all of it.</summary>
    public long End => (Index + 1) << Level;
}
