using System.Text.Json;
using System.Text.Json.Serialization;

namespace Edtf;

/// <summary>Converts an <see cref="EdtfDate"/> to and from a JSON string or property name.</summary>
public sealed class EdtfDateJsonConverter : JsonConverter<EdtfDate>
{
    /// <inheritdoc/>
    public override EdtfDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("Expected a string in EDTF.");
        return ReadAsPropertyName(ref reader, typeToConvert, options);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, EdtfDate value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }

    /// <inheritdoc/>
    public override EdtfDate ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        EdtfDate.TryParse(reader.GetString(), out var date, out var error)
            ? date
            : throw new JsonException(
                $"The text is not EDTF. {error}",
                new FormatException($"expected {error.Expected} at position {error.Position}")
            );

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, EdtfDate value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.ToString());
    }
}
