using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace TransparencyLog;

/// <summary>A key that signs notes with Ed25519. As text it has the form that Go's <c>sumdb/note</c> and the tools built on it read:
/// <c>PRIVATE+KEY+{name}+{key ID}+{base64 of type and seed}</c>.</summary>
public sealed class SigningKey : IDisposable
{
    private const string Mark = "PRIVATE+KEY+";

    private readonly Key key;

    private SigningKey(string name, Key key)
    {
        this.key = key;
        Verifier = new(name, key.PublicKey);
    }

    /// <summary>The public half.</summary>
    public VerifierKey Verifier { get; }

    /// <summary>The name of the key.</summary>
    public string Name => Verifier.Name;

    /// <summary>Makes a new key from the system's randomness.</summary>
    /// <param name="name">Its name; for a log its origin.</param>
    /// <exception cref="ArgumentException">No key can have that name.</exception>
    public static SigningKey Create(string name) => FromSeed(KeyName.Require(name), RandomNumberGenerator.GetBytes(32));

    /// <summary>Reads a key from its text.</summary>
    /// <exception cref="FormatException">It is malformed, or its ID is not that of its name and key. The message does not repeat the text.</exception>
    public static SigningKey Parse(string text)
    {
        if (
            !text.StartsWith(Mark, StringComparison.Ordinal)
            || text[Mark.Length..].Split('+', 3) is not [var name, var id, var encoded]
            || !KeyName.IsValid(name)
            || !StrictBase64.TryDecode(encoded, out var typeAndSeed)
            || typeAndSeed is not { Length: 33 }
            || typeAndSeed[0] != VerifierKey.Ed25519Type
        )
        {
            throw new FormatException($"This is not a signing key of Ed25519: {Mark}name+{{8 hexadecimal digits}}+{{base64}} is one.");
        }

        var signing = FromSeed(name, typeAndSeed[1..]);
        if (IdOf(signing.Verifier) == id)
            return signing;
        signing.Dispose();
        throw new FormatException("The key ID of this signing key is not that of its name and key.");
    }

    /// <summary>Signs a text.</summary>
    /// <param name="text">The text, its last newline included.</param>
    /// <returns>The signature line of a note.</returns>
    public NoteSignature Sign(string text) => new(Name, Verifier.Id, SignatureAlgorithm.Ed25519.Sign(key, Encoding.UTF8.GetBytes(text)));

    /// <summary>The text with the secret in it, to be kept where nobody else reads it.</summary>
    public string Export() =>
        $"{Mark}{Name}+{IdOf(Verifier)}+{Convert.ToBase64String([VerifierKey.Ed25519Type, .. key.Export(KeyBlobFormat.RawPrivateKey)])}";

    /// <summary>The name and the key ID, without the secret.</summary>
    public override string ToString() => $"{Name}+{IdOf(Verifier)}";

    /// <summary>Wipes the secret from memory.</summary>
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
