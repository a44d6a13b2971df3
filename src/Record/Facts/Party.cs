using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArtsakhLedger.Facts;

/// <summary>A party to a fact: an entity by its id, or a party that the source leaves unnamed, in the source's own words ("a U.S. state"),
/// with the entities that it could be. An unnamed party is never guessed.</summary>
[JsonConverter(typeof(PartyJsonConverter))]
public sealed record Party
{
    private Party(string? id, string? unnamed, IReadOnlyList<string> mayBe) => (Id, Unnamed, MayBe) = (id, unnamed, mayBe);

    /// <summary>What the source calls a named party, where that is kept: a name of its time, in the form that a sentence takes.</summary>
    public string? As { get; private init; }

    /// <summary>The entity's id; null if the party is unnamed.</summary>
    public string? Id { get; }

    /// <summary>How the source refers to a party that it does not name; null if the party is named.</summary>
    public string? Unnamed { get; }

    /// <summary>The ids of the entities that an unnamed party could be; empty if that is not known.</summary>
    public IReadOnlyList<string> MayBe { get; }

    public static Party Named(string id) => new(id, null, []);

    /// <summary>A party with the name that its source gives it.</summary>
    public static Party Named(string id, string? calledAs) => new(id, null, []) { As = calledAs };

    public static Party NotNamed(string words, IReadOnlyList<string> mayBe) => new(null, words, mayBe);

    public override string ToString() => Id ?? Unnamed!;

    public static implicit operator Party(string id) => Named(id);
}

/// <summary>A named party is a string, or <c>{ "id": "…", "as": "…" }</c> with what the source calls it; an unnamed one is
/// <c>{ "unnamed": "…", "mayBe": ["…"] }</c>.</summary>
internal sealed class PartyJsonConverter : JsonConverter<Party>
{
    private const string Expected =
        "expected an entity's id, { id: an entity's id, as: what the source calls it }, or { unnamed: how the source speaks of it, mayBe: [ids] }";

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

        string? id = null;
        string? calledAs = null;
        string? unnamed = null;
        IReadOnlyList<string> mayBe = [];
        foreach (var member in document.RootElement.EnumerateObject())
        {
            switch (member.Name)
            {
                case "id" when member.Value.ValueKind == JsonValueKind.String:
                    id = member.Value.GetString();
                    break;
                case "as" when member.Value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(member.Value.GetString()):
                    calledAs = member.Value.GetString();
                    break;
                case "unnamed" when member.Value.ValueKind == JsonValueKind.String:
                    unnamed = member.Value.GetString();
                    break;
                case "mayBe"
                    when member.Value.ValueKind == JsonValueKind.Array
                        && member.Value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String):
                    mayBe = [.. member.Value.EnumerateArray().Select(one => one.GetString()!)];
                    break;
                default:
                    throw new JsonException($"'{member.Name}' does not fit: {Expected}");
            }
        }

        return (id, unnamed) switch
        {
            ({ Length: > 0 }, null) when mayBe.Count == 0 => Party.Named(id, calledAs),
            (null, not null) when !string.IsNullOrWhiteSpace(unnamed) && calledAs is null => Party.NotNamed(unnamed, mayBe),
            _ => throw new JsonException(Expected),
        };
    }

    public override void Write(Utf8JsonWriter writer, Party value, JsonSerializerOptions options)
    {
        if (value is { Id: { } id, As: null })
        {
            writer.WriteStringValue(id);
            return;
        }

        writer.WriteStartObject();
        if (value.Id is not null)
        {
            writer.WriteString("id", value.Id);
            writer.WriteString("as", value.As);
            writer.WriteEndObject();
            return;
        }

        writer.WriteString("unnamed", value.Unnamed);
        if (value.MayBe.Count > 0)
        {
            writer.WriteStartArray("mayBe");
            foreach (var one in value.MayBe)
            {
                writer.WriteStringValue(one);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
