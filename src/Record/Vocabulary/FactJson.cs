using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Vocabulary;

/// <summary>How facts and answers are written as JSON: camelCase, enums in kebab-case, absent instead of null, no escapes beyond what JSON needs.</summary>
public static class FactJson
{
    /// <summary>The options for every place that reads or writes a fact, the event store included.</summary>
    public static JsonSerializerOptions Options { get; } =
        Apply(new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() });

    /// <summary>What a fact says, in the shape that files and requests share.</summary>
    public static JsonObject ContentOf(Fact fact)
    {
        var answer = new JsonObject { ["id"] = fact.Id, ["type"] = FactType.Of(fact).Name };
        foreach (var (name, value) in (JsonObject)JsonSerializer.SerializeToNode(fact, fact.GetType(), Options)!)
        {
            if (name != "id")
            {
                answer[name] = value?.DeepClone();
            }
        }

        return answer;
    }

    /// <summary>Gives other options the same rules.</summary>
    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.RespectNullableAnnotations = true;
        options.Converters.Add(new InstantInUtc());
        options.Converters.Add(new FactOfAnyType());
        if (!options.Converters.Any(converter => converter is JsonStringEnumConverter))
        {
            options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        }

        return options;
    }

    /// <summary>A fact inside another one, which names its type first.</summary>
    private sealed class FactOfAnyType : JsonConverter<Fact>
    {
        public override Fact Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var node = JsonNode.Parse(ref reader) as JsonObject ?? throw new JsonException("a fact is an object");
            var type = FactType.Named(node["type"]?.ToString() ?? "") ?? throw new JsonException("a fact names its type");
            node.Remove("type");
            return (Fact)node.Deserialize(type.Type, options)!;
        }

        public override void Write(Utf8JsonWriter writer, Fact value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("type", FactType.Of(value).Name);
            foreach (var (name, member) in (JsonObject)JsonSerializer.SerializeToNode(value, value.GetType(), options)!)
            {
                writer.WritePropertyName(name);
                JsonSerializer.Serialize(writer, member, options);
            }

            writer.WriteEndObject();
        }
    }

    /// <summary>An instant to the microsecond, which is what PostgreSQL keeps, in UTC (RFC 3339).</summary>
    private sealed class InstantInUtc : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
    }
}
