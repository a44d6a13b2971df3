using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace TransparencyLog;

/// <summary>The public half of a key that signs notes, written as a <c>vkey</c> (C2SP signed-note, "Verifier keys"). The signature type is
/// Ed25519 (0x01).</summary>
public sealed record VerifierKey
{
    /// <summary>The signature type identifier of Ed25519.</summary>
    internal const byte Ed25519Type = 0x01;

    private readonly PublicKey publicKey;

    internal VerifierKey(string name, PublicKey publicKey)
    {
        this.publicKey = publicKey;
        Name = KeyName.Require(name);
        Id = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', .. TypeAndKey]));
    }

    /// <summary>The name of the key, as signature lines begin with it.</summary>
    public string Name { get; }

    /// <summary>The key ID: the first four bytes of a hash of name, type and key, big-endian. It tells keys apart and proves nothing.</summary>
    public uint Id { get; }

    private byte[] TypeAndKey => [Ed25519Type, .. publicKey.Export(KeyBlobFormat.RawPublicKey)];

    /// <summary>Reads a vkey: name, key ID in hexadecimal, type and key in base64, with plus signs between.</summary>
    /// <exception cref="FormatException">It is malformed, of another type than Ed25519, or its ID is not that of its name and key.</exception>
    public static VerifierKey Parse(string vkey)
    {
        if (
            vkey.Split('+', 3) is not [var name, var id, var encoded]
            || !KeyName.IsValid(name)
            || !StrictBase64.TryDecode(encoded, out var typeAndKey)
        )
            throw new FormatException($"'{vkey}' is not a verifier key: name+{{8 hexadecimal digits}}+{{base64}} is one.");
        if (
            typeAndKey is not [Ed25519Type, ..]
            || !PublicKey.TryImport(SignatureAlgorithm.Ed25519, typeAndKey.AsSpan(1), KeyBlobFormat.RawPublicKey, out var publicKey)
        )
        {
            throw new FormatException($"'{vkey}' is not a key of Ed25519.");
        }

        var key = new VerifierKey(name, publicKey!);
        return key.ToString() == vkey ? key : throw new FormatException($"The key ID of '{vkey}' is not that of its name and key.");
    }

    /// <summary>Whether this key made a signature over a text.</summary>
    /// <param name="text">The text, its last newline included.</param>
    /// <param name="signature">The 64 bytes of an Ed25519 signature (RFC 8032).</param>
    public bool Verifies(string text, ReadOnlySpan<byte> signature) =>
        SignatureAlgorithm.Ed25519.Verify(publicKey, Encoding.UTF8.GetBytes(text), signature);

    /// <summary>The vkey.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}+{Id:x8}+{Convert.ToBase64String(TypeAndKey)}");

    /// <summary>Two keys are the same when their vkeys are.</summary>
    public bool Equals(VerifierKey? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();
}
