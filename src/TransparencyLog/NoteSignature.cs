using System.Buffers.Binary;

namespace TransparencyLog;

/// <summary>Represents a signature line of a note (C2SP signed-note, "Signatures").</summary>
/// <param name="KeyName">The name of the signing key.</param>
/// <param name="KeyId">The ID of the signing key. Together, name and ID identify the key and its algorithm.</param>
/// <param name="Signature">The signature, in the format of the algorithm.</param>
public sealed record NoteSignature(string KeyName, uint KeyId, ReadOnlyMemory<byte> Signature)
{
    private const string Dash = "— ";

    /// <summary>Parses a signature line.</summary>
    /// <param name="line">The line, without its newline.</param>
    /// <returns>The signature.</returns>
    /// <exception cref="FormatException">The text is not a signature line.</exception>
    public static NoteSignature Parse(string line)
    {
        if (
            !line.StartsWith(Dash, StringComparison.Ordinal)
            || line[Dash.Length..].Split(' ') is not [var name, var encoded]
            || !TransparencyLog.KeyName.IsValid(name)
            || !StrictBase64.TryDecode(encoded, out var bytes)
            || bytes.Length <= sizeof(uint)
        )
        {
            throw new FormatException(
                $"'{line}' is not a signature line: expected an em dash, a key name and a base64 signature, separated by spaces."
            );
        }

        return new(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(sizeof(uint)));
    }

    /// <summary>Returns the signature line.</summary>
    /// <returns>The line, without a newline.</returns>
    public override string ToString()
    {
        var bytes = new byte[sizeof(uint) + Signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Signature.CopyTo(bytes.AsMemory(sizeof(uint)));
        return $"{Dash}{KeyName} {Convert.ToBase64String(bytes)}";
    }
}
