using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Vocabulary;

/// <summary>How facts and answers are written as JSON: camelCase, enums in kebab-case, no nulls, no escapes beyond what JSON requires.</summary>
public static class FactJson
{
    /// <summary>The options for reading and writing facts everywhere, the event store included.</summary>
    public static JsonSerializerOptions Options { get; } =
        Apply(new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() });

    /// <summary>A fact in the form that files and requests have.</summary>
    public static JsonObject ContentOf(Fact fact)
    {
        var content = new JsonObject { ["id"] = fact.Id, ["type"] = FactType.Of(fact).Name };
        foreach (var (name, value) in (JsonObject)JsonSerializer.SerializeToNode(fact, fact.GetType(), Options)!)
        {
            if (name != "id")
            {
                content[name] = value?.DeepClone();
            }
        }

        return content;
    }

    /// <summary>A fact as it is stored.</summary>
    public static string BodyOf(Fact fact) => JsonSerializer.Serialize(fact, fact.GetType(), Options);

    /// <summary>Sets up other options the same way.</summary>
    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.RespectNullableAnnotations = true;
        options.Converters.Add(new UtcInstantConverter());
        options.Converters.Add(new FactConverter());
        if (!options.Converters.Any(converter => converter is JsonStringEnumConverter))
        {
            options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        }

        return options;
    }

    /// <summary>A fact within another: an object with its type first.</summary>
    private sealed class FactConverter : JsonConverter<Fact>
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

    /// <summary>An instant in UTC (RFC 3339), to the microsecond as in PostgreSQL.</summary>
    private sealed class UtcInstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
    }
}
