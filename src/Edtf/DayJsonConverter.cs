using System.Text.Json;
using System.Text.Json.Serialization;

namespace Edtf;

/// <summary>Converts a <see cref="Day"/> to and from a JSON string or property name, such as <c>"2006-06-01"</c>.</summary>
public sealed class DayJsonConverter : JsonConverter<Day>
{
    /// <inheritdoc/>
    public override Day Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("Expected a string with a day.");
        return ReadAsPropertyName(ref reader, typeToConvert, options);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Day value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }

    /// <inheritdoc/>
    public override Day ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Day.TryParse(reader.GetString(), out var day) ? day : throw new JsonException("Expected a day that exists, such as '2006-06-01'.");

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, Day value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.ToString());
    }
}
