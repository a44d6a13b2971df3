using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArtsakhLedger.Entities;

/// <summary>How many people hold a post at a time: a number, or many.</summary>
/// <param name="Number">The number; null if they are many.</param>
[JsonConverter(typeof(SeatsJsonConverter))]
public sealed record Seats(int? Number)
{
    internal const string ManyWord = "many";

    public static Seats One { get; } = new(1);

    public static Seats Many { get; } = new((int?)null);

    public override string ToString() => Number?.ToString(CultureInfo.InvariantCulture) ?? ManyWord;
}

/// <summary>A number, or the word "many". In YAML the number is read as a string.</summary>
internal sealed class SeatsJsonConverter : JsonConverter<Seats>
{
    private const int Most = 10_000;

    public override Seats Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetInt32(out var number) && number is >= 1 and <= Most => new(number),
            JsonTokenType.String when reader.GetString() is Seats.ManyWord => Seats.Many,
            JsonTokenType.String
                when int.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && number is >= 1 and <= Most => new(number),
            _ => throw new JsonException(),
        };

    public override void Write(Utf8JsonWriter writer, Seats value, JsonSerializerOptions options)
    {
        if (value.Number is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteStringValue(Seats.ManyWord);
        }
    }
}
