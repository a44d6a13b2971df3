using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using ArtsakhLedger.Vocabulary;
using TransparencyLog;

namespace ArtsakhLedger.Log;

/// <summary>Writes the leaves of the log. A leaf has the position and type of an event and digests of its body and its author. The digests are
/// salted, so that the public log reveals neither names nor quotes; whoever has the salt can check an event against its leaf.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class LeafWriter
{
    /// <summary>The length of a salt in bytes.</summary>
    public const int SaltLength = 16;

    private static readonly JsonWriterOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly CanonicalJsonWriter json = new(strict: true);
    private readonly ArrayBufferWriter<byte> text = new(1024);
    private (RecordedBy? Author, byte[] Canonical) last = (null, []);
    private byte[] salted = new byte[4096];

    /// <summary>A new salt.</summary>
    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltLength);

    /// <summary>The leaf of an event: canonical JSON (RFC 8785), as the tree holds it.</summary>
    /// <param name="position">Its position in the ledger; the leaf's index in the tree is one less.</param>
    /// <param name="stream">The stream that it is appended to.</param>
    /// <param name="version">Its version in that stream, from 1.</param>
    /// <param name="type">The kind of fact, in kebab-case.</param>
    /// <param name="recordedAt">Its record time.</param>
    /// <param name="batch">The batch that it came with; null for what came over HTTP.</param>
    /// <param name="author">Who recorded it; the digest is of the RFC 8785 form of <c>{"name":…,"subject":…}</c>.</param>
    /// <param name="body">Its body in canonical JSON.</param>
    /// <param name="salt">Its salt.</param>
    /// <exception cref="CanonicalJsonException">The leaf would be longer than an entry of the log can be.</exception>
    public byte[] Write(
        long position,
        string stream,
        long version,
        string type,
        DateTimeOffset recordedAt,
        string? batch,
        RecordedBy author,
        ReadOnlySpan<byte> body,
        ReadOnlySpan<byte> salt
    )
    {
        text.Clear();
        using var writer = new Utf8JsonWriter(text, Plain);
        writer.WriteStartObject();
        writer.WriteString("authorSha256"u8, Digest(salt, CanonicalOf(author)));
        if (batch is not null)
        {
            writer.WriteString("batch"u8, batch);
        }

        writer.WriteString("bodySha256"u8, Digest(salt, body));
        writer.WriteNumber("position"u8, position);
        writer.WriteString(
            "recordedAt"u8,
            recordedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture)
        );
        writer.WriteString("stream"u8, stream);
        writer.WriteString("type"u8, type);
        writer.WriteNumber("version"u8, version);
        writer.WriteEndObject();
        writer.Flush();
        var leaf = json.Write(text.WrittenSpan);
        return leaf.Length <= EntryBundle.MaxEntryLength
            ? leaf.ToArray()
            : throw new CanonicalJsonException(
                $"The event's entry in the log would have {leaf.Length} bytes; {EntryBundle.MaxEntryLength} are allowed: its stream's name is too long."
            );
    }

    /// <summary>SHA-256(salt ‖ content), in lower-case hexadecimal.</summary>
    private string Digest(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> content)
    {
        if (salted.Length < salt.Length + content.Length)
        {
            salted = new byte[2 * (salt.Length + content.Length)];
        }

        salt.CopyTo(salted);
        content.CopyTo(salted.AsSpan(salt.Length));
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(salted.AsSpan(0, salt.Length + content.Length), digest);
        return Convert.ToHexStringLower(digest);
    }

    private byte[] CanonicalOf(RecordedBy author)
    {
        if (last.Author != author)
        {
            last = (author, json.Write(JsonSerializer.SerializeToUtf8Bytes(author, FactJson.Options)).ToArray());
        }

        return last.Canonical;
    }
}
