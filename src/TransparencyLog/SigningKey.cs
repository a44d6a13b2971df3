using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace TransparencyLog;

/// <summary>Represents an Ed25519 private key that signs notes.</summary>
/// <remarks>
/// The text form, <c>PRIVATE+KEY+{name}+{key ID}+{base64 of type and seed}</c>, is that of Go's <c>sumdb/note</c> and the tools built
/// on it.
/// </remarks>
public sealed class SigningKey : IDisposable
{
    private const string Prefix = "PRIVATE+KEY+";

    private readonly Key key;

    private SigningKey(string name, Key key)
    {
        this.key = key;
        Verifier = new(name, key.PublicKey);
    }

    /// <summary>The public key.</summary>
    public VerifierKey Verifier { get; }

    /// <summary>The name of the key.</summary>
    public string Name => Verifier.Name;

    /// <summary>Generates a new key.</summary>
    /// <param name="name">The name of the key; for a log's key, the origin of the log.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">The name is empty, or contains spaces, control characters or plus signs.</exception>
    public static SigningKey Create(string name) => FromSeed(KeyName.Require(name), RandomNumberGenerator.GetBytes(32));

    /// <summary>Parses the text form of a key.</summary>
    /// <param name="text">The text, as returned by <see cref="Export"/>.</param>
    /// <returns>The key.</returns>
    /// <exception cref="FormatException">
    /// The text is malformed, or the key ID does not match the name and key. The message does not contain the text.
    /// </exception>
    public static SigningKey Parse(string text)
    {
        if (
            !text.StartsWith(Prefix, StringComparison.Ordinal)
            || text[Prefix.Length..].Split('+', 3) is not [var name, var id, var encoded]
            || !KeyName.IsValid(name)
            || !StrictBase64.TryDecode(encoded, out var typeAndSeed)
            || typeAndSeed is not { Length: 33 }
            || typeAndSeed[0] != VerifierKey.Ed25519Type
        )
        {
            throw new FormatException($"This is not an Ed25519 signing key: expected {Prefix}name+{{8 hexadecimal digits}}+{{base64}}.");
        }

        var signing = FromSeed(name, typeAndSeed[1..]);
        if (IdOf(signing.Verifier) == id)
            return signing;
        signing.Dispose();
        throw new FormatException("The key ID of this signing key does not match its name and key.");
    }

    /// <summary>Signs a text.</summary>
    /// <param name="text">The text, including its final newline.</param>
    /// <returns>The signature line.</returns>
    public NoteSignature Sign(string text) => new(Name, Verifier.Id, SignatureAlgorithm.Ed25519.Sign(key, Encoding.UTF8.GetBytes(text)));

    /// <summary>Returns the text form of the key, which contains the secret.</summary>
    /// <returns>Text that <see cref="Parse"/> parses.</returns>
    public string Export() =>
        $"{Prefix}{Name}+{IdOf(Verifier)}+{Convert.ToBase64String([VerifierKey.Ed25519Type, .. key.Export(KeyBlobFormat.RawPrivateKey)])}";

    /// <summary>Returns the name and key ID, without the secret.</summary>
    /// <returns>The name and key ID, separated by a plus sign.</returns>
    public override string ToString() => $"{Name}+{IdOf(Verifier)}";

    /// <summary>Erases the secret from memory.</summary>
    public void Dispose() => key.Dispose();

    private static string IdOf(VerifierKey verifier) => verifier.Id.ToString("x8", CultureInfo.InvariantCulture);

    private static SigningKey FromSeed(string name, byte[] seed)
    {
        var exportable = new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport };
        var signing = new SigningKey(name, Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey, exportable));
        CryptographicOperations.ZeroMemory(seed);
        return signing;
    }
}
