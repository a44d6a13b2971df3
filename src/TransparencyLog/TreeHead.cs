using System.Runtime.InteropServices;

namespace TransparencyLog;

/// <summary>A Merkle tree at one size, which the root's hash fixes with all of its leaves.</summary>
/// <param name="Size">The number of leaves, from 0.</param>
/// <param name="Root">The hash of the root.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TreeHead(long Size, MerkleHash Root);
