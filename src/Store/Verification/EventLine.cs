using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Log;

namespace ArtsakhLedger.Verification;

/// <summary>A position and its event as a line of JSON, with everything that the database stores of them. The body of the event is copied byte for
/// byte.</summary>
internal static class EventLine
{
    // Far deeper than any valid body, so that an invalid one can still be reported.
    private const int Depth = 256;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = Depth };
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = Depth };

    public static void Write(IBufferWriter<byte> output, StoredEntry? entry, StoredBody? stored)
    {
        using var json = new Utf8JsonWriter(output, Plain);
        json.WriteStartObject();
        if (entry is not null)
        {
            json.WriteNumber("position", entry.Position);
            json.WriteString("eventId", entry.EventId);
            json.WriteString("recordedAt", entry.RecordedAt);
            json.WriteString("author", entry.Author.Subject);
            json.WriteString("authorName", entry.Author.Name);
            json.WriteString("fact", entry.Fact);
            json.WriteString("target", entry.Target);
            json.WriteString("polity", entry.Polity);
            json.WriteString("batch", entry.Batch);
            json.WriteBase64String("leaf", entry.Log.Leaf);
            json.WriteBase64String("salt", entry.Log.Salt);
            json.WriteBase64String("nodes", entry.Log.Nodes);
        }

        if (stored is not null)
        {
            json.WriteStartObject("event");
            json.WriteString("id", stored.Id);
            json.WriteString("position", stored.HeaderPosition);
            json.WriteString("stream", stored.Stream);
            json.WriteNumber("version", stored.Version);
            json.WriteString("type", stored.Type);
            json.WriteString("timestamp", stored.Timestamp);
            json.WriteString("user", stored.User);
            json.WritePropertyName("body");
            json.WriteRawValue(stored.Body, skipInputValidation: true);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <exception cref="JsonException">The line is not JSON.</exception>
    /// <exception cref="InvalidOperationException">A member has the wrong type.</exception>
    /// <exception cref="KeyNotFoundException">A member is missing.</exception>
    /// <exception cref="FormatException">A member cannot be read.</exception>
    public static (StoredEntry? Entry, StoredBody? Event) Read(string line)
    {
        using var document = JsonDocument.Parse(line, Deep);
        var root = document.RootElement;
        StoredEntry? entry = root.TryGetProperty("position", out var position)
            ? new(
                position.GetInt64(),
                root.GetProperty("eventId").GetGuid(),
                root.GetProperty("recordedAt").GetDateTimeOffset(),
                new RecordedBy(Text(root, "author"), Text(root, "authorName")),
                Text(root, "fact"),
                root.GetProperty("target").GetString(),
                root.GetProperty("polity").GetString(),
                root.GetProperty("batch").GetString(),
                new LogRow(
                    root.GetProperty("leaf").GetBytesFromBase64(),
                    root.GetProperty("salt").GetBytesFromBase64(),
                    root.GetProperty("nodes").GetBytesFromBase64()
                )
            )
            : null;
        return (entry, root.TryGetProperty("event", out var stored) ? EventOf(stored) : null);
    }

    private static StoredBody EventOf(JsonElement stored) =>
        new(
            stored.GetProperty("id").GetGuid(),
            stored.GetProperty("position").GetString(),
            Text(stored, "stream"),
            stored.GetProperty("version").GetInt64(),
            Text(stored, "type"),
            stored.GetProperty("timestamp").GetDateTimeOffset(),
            stored.GetProperty("user").GetString(),
            JsonMarshal.GetRawUtf8Value(stored.GetProperty("body")).ToArray()
        );

    private static string Text(JsonElement parent, string name) =>
        parent.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null");
}
