using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace TransparencyLog.Tests;

/// <summary>The recursive definitions of RFC 9162, sections 2.1.1, 2.1.3.1 and 2.1.4.1: slow, but obviously correct.</summary>
internal sealed class BruteForceTree(IReadOnlyList<byte[]> entries)
{
    private readonly ConcurrentDictionary<(int First, int End), MerkleHash> known = [];

    /// <summary>A tree of distinct entries.</summary>
    public static BruteForceTree OfSize(int size) => new([.. Enumerable.Range(0, size).Select(Entry)]);

    public static byte[] Entry(int index) => BitConverter.GetBytes(index);

    public MerkleHash Root(int size) => Mth(0, size);

    public MerkleHash HashOf(Subtree subtree) => Mth((int)subtree.First, (int)subtree.End);

    public IReadOnlyList<MerkleHash> Path(int index, int size) => Path(index, 0, size);

    public IReadOnlyList<MerkleHash> Proof(int from, int to) => SubProof(from, 0, to, whole: true);

    private MerkleHash Mth(int first, int end) =>
        known.TryGetValue((first, end), out var hash) ? hash : known[(first, end)] = Define(first, end);

    private MerkleHash Define(int first, int end)
    {
        switch (end - first)
        {
            case 0:
                return new(SHA256.HashData([]));
            case 1:
                return new(SHA256.HashData([0, .. entries[first]]));
            default:
                var middle = first + Split(end - first);
                return new(SHA256.HashData([1, .. Mth(first, middle).ToArray(), .. Mth(middle, end).ToArray()]));
        }
    }

    private IReadOnlyList<MerkleHash> Path(int index, int first, int end)
    {
        if (end - first == 1)
            return [];
        var middle = first + Split(end - first);
        return index < middle - first
            ? [.. Path(index, first, middle), Mth(middle, end)]
            : [.. Path(index - (middle - first), middle, end), Mth(first, middle)];
    }

    private IReadOnlyList<MerkleHash> SubProof(int size, int first, int end, bool whole)
    {
        if (size == end - first)
            return whole ? [] : [Mth(first, end)];
        var middle = first + Split(end - first);
        return size <= middle - first
            ? [.. SubProof(size, first, middle, whole), Mth(middle, end)]
            : [.. SubProof(size - (middle - first), middle, end, whole: false), Mth(first, middle)];
    }

    /// <summary>The largest power of two that is less than a number.</summary>
    private static int Split(int number)
    {
        var split = 1;
        while (split * 2 < number)
            split *= 2;
        return split;
    }
}
