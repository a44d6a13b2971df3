using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArtsakhLedger.Facts;

/// <summary>A party to a fact: an entity by its id, or a party that the source leaves unnamed, in the source's own words ("a U.S. state"),
/// with the entities that it could be. An unnamed party is never guessed.</summary>
[JsonConverter(typeof(PartyJsonConverter))]
public sealed record Party
{
    private Party(string? id, string? unnamed, IReadOnlyList<string> mayBe) => (Id, Unnamed, MayBe) = (id, unnamed, mayBe);

    /// <summary>The entity's id; null if the party is unnamed.</summary>
    public string? Id { get; }

    /// <summary>How the source refers to a party that it does not name; null if the party is named.</summary>
    public string? Unnamed { get; }

    /// <summary>The ids of the entities that an unnamed party could be; empty if that is not known.</summary>
    public IReadOnlyList<string> MayBe { get; }

    public static Party Named(string id) => new(id, null, []);

    public static Party NotNamed(string words, IReadOnlyList<string> mayBe) => new(null, words, mayBe);

    public override string ToString() => Id ?? Unnamed!;

    public static implicit operator Party(string id) => Named(id);
}

/// <summary>A named party is a string, an unnamed one <c>{ "unnamed": "…", "mayBe": ["…"] }</c>.</summary>
internal sealed class PartyJsonConverter : JsonConverter<Party>
{
    private const string Expected = "expected an entity's id, or { unnamed: how the source speaks of it, mayBe: [ids] }";

    public override Party Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return Party.Named(reader.GetString()!);
        }

        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException(Expected);
        }

        string? unnamed = null;
        IReadOnlyList<string> mayBe = [];
        foreach (var member in document.RootElement.EnumerateObject())
        {
            switch (member.Name)
            {
                case "unnamed" when member.Value.ValueKind == JsonValueKind.String:
                    unnamed = member.Value.GetString();
                    break;
                case "mayBe"
                    when member.Value.ValueKind == JsonValueKind.Array
                        && member.Value.EnumerateArray().All(id => id.ValueKind == JsonValueKind.String):
                    mayBe = [.. member.Value.EnumerateArray().Select(id => id.GetString()!)];
                    break;
                default:
                    throw new JsonException($"'{member.Name}' does not fit: {Expected}");
            }
        }

        return string.IsNullOrWhiteSpace(unnamed) ? throw new JsonException(Expected) : Party.NotNamed(unnamed, mayBe);
    }

    public override void Write(Utf8JsonWriter writer, Party value, JsonSerializerOptions options)
    {
        if (value.Id is not null)
        {
            writer.WriteStringValue(value.Id);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("unnamed", value.Unnamed);
        if (value.MayBe.Count > 0)
        {
            writer.WriteStartArray("mayBe");
            foreach (var id in value.MayBe)
            {
                writer.WriteStringValue(id);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
