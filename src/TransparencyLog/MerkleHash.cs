using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace TransparencyLog;

/// <summary>A hash of a Merkle tree over SHA-256: of a leaf, of a node, or of a whole tree (RFC 9162, section 2.1.1).</summary>
/// <remarks>Leaves and nodes are hashed under different first bytes, so that neither can pass for the other.</remarks>
public readonly struct MerkleHash : IEquatable<MerkleHash>
{
    /// <summary>The length of a hash in bytes.</summary>
    public const int Length = 32;

    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    private readonly Vector256<byte> bytes;

    /// <summary>Takes a hash that was computed elsewhere.</summary>
    /// <param name="hash">Its 32 bytes.</param>
    /// <exception cref="ArgumentException">They are not 32.</exception>
    public MerkleHash(ReadOnlySpan<byte> hash)
    {
        if (hash.Length != Length)
            throw new ArgumentException($"A hash has {Length} bytes, these are {hash.Length}.", nameof(hash));
        bytes = Vector256.Create(hash);
    }

    /// <summary>The root of the tree that has no leaves: the hash of nothing.</summary>
    public static MerkleHash OfEmptyTree { get; } = new(SHA256.HashData([]));

    /// <summary>The hash of a leaf.</summary>
    /// <param name="entry">The entry that the leaf holds.</param>
    /// <returns>SHA-256(0x00 ‖ entry).</returns>
    public static MerkleHash OfLeaf(ReadOnlySpan<byte> entry)
    {
        var rented = ArrayPool<byte>.Shared.Rent(entry.Length + 1);
        rented[0] = LeafPrefix;
        entry.CopyTo(rented.AsSpan(1));
        Span<byte> hash = stackalloc byte[Length];
        SHA256.HashData(rented.AsSpan(0, entry.Length + 1), hash);
        ArrayPool<byte>.Shared.Return(rented);
        return new(hash);
    }

    /// <summary>The hash of a node.</summary>
    /// <param name="left">The hash of its left child.</param>
    /// <param name="right">The hash of its right child.</param>
    /// <returns>SHA-256(0x01 ‖ left ‖ right).</returns>
    public static MerkleHash OfNode(MerkleHash left, MerkleHash right)
    {
        Span<byte> node = stackalloc byte[1 + (2 * Length)];
        node[0] = NodePrefix;
        left.CopyTo(node[1..]);
        right.CopyTo(node[(1 + Length)..]);
        Span<byte> hash = stackalloc byte[Length];
        SHA256.HashData(node, hash);
        return new(hash);
    }

    /// <summary>Reads a hash in base64, as checkpoints and proofs write it (RFC 4648, section 4).</summary>
    /// <exception cref="FormatException">It is not 32 bytes in canonical base64.</exception>
    public static MerkleHash FromBase64(string text) =>
        StrictBase64.TryDecode(text, out var bytes) && bytes.Length == Length
            ? new(bytes)
            : throw new FormatException($"'{text}' is not a hash: {Length} bytes in base64.");

    /// <summary>Reads a hash in hexadecimal.</summary>
    /// <exception cref="FormatException">It is not hexadecimal.</exception>
    /// <exception cref="ArgumentException">It is not of 32 bytes.</exception>
    public static MerkleHash FromHex(string text) => new(Convert.FromHexString(text));

    /// <summary>Reads hashes that stand one after the other.</summary>
    /// <exception cref="ArgumentException">The bytes are no whole number of hashes.</exception>
    public static MerkleHash[] ReadMany(ReadOnlySpan<byte> hashes)
    {
        if (hashes.Length % Length != 0)
            throw new ArgumentException(
                $"Hashes have {Length} bytes each, {hashes.Length} bytes are no whole number of them.",
                nameof(hashes)
            );
        return MemoryMarshal.Cast<byte, MerkleHash>(hashes).ToArray();
    }

    /// <summary>The hashes one after the other.</summary>
    public static byte[] WriteMany(ReadOnlySpan<MerkleHash> hashes) => MemoryMarshal.AsBytes(hashes).ToArray();

    /// <summary>Writes the 32 bytes.</summary>
    /// <exception cref="ArgumentException">The destination is shorter.</exception>
    public void CopyTo(Span<byte> destination) => bytes.CopyTo(destination);

    /// <summary>The 32 bytes.</summary>
    public byte[] ToArray()
    {
        var array = new byte[Length];
        CopyTo(array);
        return array;
    }

    /// <summary>The hash in base64.</summary>
    public string ToBase64() => Convert.ToBase64String(ToArray());

    /// <summary>The hash in lower-case hexadecimal.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToArray());

    /// <inheritdoc/>
    public bool Equals(MerkleHash other) => bytes == other.bytes;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MerkleHash other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => bytes.GetHashCode();

    /// <summary>Whether two hashes are the same.</summary>
    public static bool operator ==(MerkleHash left, MerkleHash right) => left.Equals(right);

    /// <summary>Whether two hashes differ.</summary>
    public static bool operator !=(MerkleHash left, MerkleHash right) => !left.Equals(right);
}
