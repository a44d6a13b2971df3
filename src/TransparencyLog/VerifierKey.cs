using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace TransparencyLog;

/// <summary>Represents an Ed25519 public key that verifies notes (C2SP signed-note, "Verifier keys").</summary>
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

    /// <summary>The name of the key, as in signature lines.</summary>
    public string Name { get; }

    /// <summary>
    /// The key ID, the first four bytes of a hash of name, type and key. It distinguishes keys, but is not collision-resistant.
    /// </summary>
    public uint Id { get; }

    private byte[] TypeAndKey => [Ed25519Type, .. publicKey.Export(KeyBlobFormat.RawPublicKey)];

    /// <summary>Parses a vkey: the name, the hexadecimal key ID and the base64 type and key, separated by plus signs.</summary>
    /// <param name="vkey">The text to parse.</param>
    /// <returns>The key.</returns>
    /// <exception cref="FormatException">
    /// The text is malformed, the key is not an Ed25519 key, or the key ID does not match the name and key.
    /// </exception>
    public static VerifierKey Parse(string vkey)
    {
        if (
            vkey.Split('+', 3) is not [var name, var id, var encoded]
            || !KeyName.IsValid(name)
            || !StrictBase64.TryDecode(encoded, out var typeAndKey)
        )
            throw new FormatException($"'{vkey}' is not a verifier key: expected name+{{8 hexadecimal digits}}+{{base64}}.");
        if (
            typeAndKey is not [Ed25519Type, ..]
            || !PublicKey.TryImport(SignatureAlgorithm.Ed25519, typeAndKey.AsSpan(1), KeyBlobFormat.RawPublicKey, out var publicKey)
        )
        {
            throw new FormatException($"'{vkey}' is not an Ed25519 key.");
        }

        var key = new VerifierKey(name, publicKey!);
        return key.ToString() == vkey ? key : throw new FormatException($"The key ID of '{vkey}' does not match its name and key.");
    }

    /// <summary>Determines whether a signature of a text is valid.</summary>
    /// <param name="text">The text, including its final newline.</param>
    /// <param name="signature">The 64 bytes of the Ed25519 signature (RFC 8032).</param>
    /// <returns><see langword="true"/> if the private key of this key signed the text.</returns>
    public bool Verify(string text, ReadOnlySpan<byte> signature) =>
        SignatureAlgorithm.Ed25519.Verify(publicKey, Encoding.UTF8.GetBytes(text), signature);

    /// <summary>Returns the vkey.</summary>
    /// <returns>Text that <see cref="Parse"/> parses.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}+{Id:x8}+{Convert.ToBase64String(TypeAndKey)}");

    /// <summary>Determines whether two keys have the same vkey.</summary>
    /// <param name="other">The key to compare with.</param>
    /// <returns><see langword="true"/> if they have.</returns>
    public bool Equals(VerifierKey? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();
}
