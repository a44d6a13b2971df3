using System.Buffers.Binary;

namespace TransparencyLog;

/// <summary>A signature line of a note (C2SP signed-note, "Signatures").</summary>
/// <param name="KeyName">The name of the key that signed.</param>
/// <param name="KeyId">The ID of the key that signed; together with the name it tells which key and algorithm it is.</param>
/// <param name="Signature">What the algorithm gave.</param>
public sealed record NoteSignature(string KeyName, uint KeyId, IReadOnlyList<byte> Signature)
{
    private const string Dash = "— ";

    /// <summary>Reads a line, without its newline.</summary>
    /// <exception cref="FormatException">It is no signature line.</exception>
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
                $"'{line}' is not a signature line: an em dash, the name of a key and a signature in base64, with spaces between."
            );
        }

        return new(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[sizeof(uint)..]);
    }

    /// <summary>The line, without its newline.</summary>
    public override string ToString()
    {
        var bytes = new byte[sizeof(uint) + Signature.Count];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        for (var place = 0; place < Signature.Count; place++)
            bytes[sizeof(uint) + place] = Signature[place];
        return $"{Dash}{KeyName} {Convert.ToBase64String(bytes)}";
    }
}
