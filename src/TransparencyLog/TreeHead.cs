using System.Runtime.InteropServices;

namespace TransparencyLog;

/// <summary>Represents the state of a Merkle tree: its size and its root hash, which commits to all of its leaves.</summary>
/// <param name="Size">The number of leaves.</param>
/// <param name="Root">The root hash.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TreeHead(long Size, MerkleHash Root);
