using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace TransparencyLog;

/// <summary>Represents the SHA-256 hash of a leaf, a node or the root of a Merkle tree (RFC 9162, section 2.1.1).</summary>
/// <remarks>Leaves and nodes are hashed with different prefixes, so that one cannot be passed off as the other.</remarks>
public readonly struct MerkleHash : IEquatable<MerkleHash>
{
    /// <summary>The length of a hash in bytes.</summary>
    public const int Length = 32;

    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    private readonly Vector256<byte> bytes;

    /// <summary>Initializes a hash from its bytes.</summary>
    /// <param name="hash">The 32 bytes.</param>
    /// <exception cref="ArgumentException">The hash does not have 32 bytes.</exception>
    public MerkleHash(ReadOnlySpan<byte> hash)
    {
        if (hash.Length != Length)
            throw new ArgumentException($"A hash has {Length} bytes, not {hash.Length}.", nameof(hash));
        bytes = Vector256.Create(hash);
    }

    /// <summary>The root hash of the empty tree, which is the SHA-256 hash of the empty string.</summary>
    public static MerkleHash EmptyTree { get; } = new(SHA256.HashData([]));

    /// <summary>Computes the hash of a leaf.</summary>
    /// <param name="entry">The entry in the leaf.</param>
    /// <returns>SHA-256(0x00 ‖ entry).</returns>
    public static MerkleHash HashLeaf(ReadOnlySpan<byte> entry)
    {
        var rented = ArrayPool<byte>.Shared.Rent(entry.Length + 1);
        rented[0] = LeafPrefix;
        entry.CopyTo(rented.AsSpan(1));
        Span<byte> hash = stackalloc byte[Length];
        SHA256.HashData(rented.AsSpan(0, entry.Length + 1), hash);
        ArrayPool<byte>.Shared.Return(rented);
        return new(hash);
    }

    /// <summary>Computes the hash of a node.</summary>
    /// <param name="left">The hash of the left child.</param>
    /// <param name="right">The hash of the right child.</param>
    /// <returns>SHA-256(0x01 ‖ left ‖ right).</returns>
    public static MerkleHash HashNode(MerkleHash left, MerkleHash right)
    {
        Span<byte> node = stackalloc byte[1 + (2 * Length)];
        node[0] = NodePrefix;
        left.CopyTo(node[1..]);
        right.CopyTo(node[(1 + Length)..]);
        Span<byte> hash = stackalloc byte[Length];
        SHA256.HashData(node, hash);
        return new(hash);
    }

    /// <summary>Parses a base64 hash, as in checkpoints and proofs (RFC 4648, section 4).</summary>
    /// <param name="text">The text to parse.</param>
    /// <returns>The hash.</returns>
    /// <exception cref="FormatException">The text is not 32 bytes in canonical base64.</exception>
    public static MerkleHash FromBase64(string text) =>
        StrictBase64.TryDecode(text, out var bytes) && bytes.Length == Length
            ? new(bytes)
            : throw new FormatException($"'{text}' is not a hash: expected {Length} bytes in base64.");

    /// <summary>Parses a hexadecimal hash.</summary>
    /// <param name="text">The text to parse.</param>
    /// <returns>The hash.</returns>
    /// <exception cref="FormatException">The text is not hexadecimal.</exception>
    /// <exception cref="ArgumentException">The hash does not have 32 bytes.</exception>
    public static MerkleHash FromHex(string text) => new(Convert.FromHexString(text));

    /// <summary>Splits concatenated hashes, as in a tile.</summary>
    /// <param name="hashes">The bytes of the hashes.</param>
    /// <returns>The hashes in a new array.</returns>
    /// <exception cref="ArgumentException">The number of bytes is not a multiple of 32.</exception>
    public static MerkleHash[] Split(ReadOnlySpan<byte> hashes)
    {
        if (hashes.Length % Length != 0)
            throw new ArgumentException(
                $"The length of concatenated hashes is a multiple of {Length}, not {hashes.Length}.",
                nameof(hashes)
            );
        return MemoryMarshal.Cast<byte, MerkleHash>(hashes).ToArray();
    }

    /// <summary>Concatenates hashes, as in a tile.</summary>
    /// <param name="hashes">The hashes.</param>
    /// <returns>The bytes of the hashes.</returns>
    public static byte[] Concat(ReadOnlySpan<MerkleHash> hashes) => MemoryMarshal.AsBytes(hashes).ToArray();

    /// <summary>Copies the 32 bytes to a span.</summary>
    /// <param name="destination">The span to copy to.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than 32 bytes.</exception>
    public void CopyTo(Span<byte> destination) => bytes.CopyTo(destination);

    /// <summary>Returns the 32 bytes.</summary>
    /// <returns>A new array.</returns>
    public byte[] ToArray()
    {
        var array = new byte[Length];
        CopyTo(array);
        return array;
    }

    /// <summary>Returns the hash in base64.</summary>
    /// <returns>The text, which <see cref="FromBase64"/> parses.</returns>
    public string ToBase64() => Convert.ToBase64String(ToArray());

    /// <summary>Returns the hash in lowercase hexadecimal.</summary>
    /// <returns>The text, which <see cref="FromHex"/> parses.</returns>
    public override string ToString() => Convert.ToHexStringLower(ToArray());

    /// <inheritdoc/>
    public bool Equals(MerkleHash other) => bytes == other.bytes;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MerkleHash other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => bytes.GetHashCode();

    /// <summary>Determines whether two hashes are equal.</summary>
    public static bool operator ==(MerkleHash left, MerkleHash right) => left.Equals(right);

    /// <summary>Determines whether two hashes are different.</summary>
    public static bool operator !=(MerkleHash left, MerkleHash right) => !left.Equals(right);
}
