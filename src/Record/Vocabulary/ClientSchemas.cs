using System.Text.Json.Nodes;

namespace ArtsakhLedger.Vocabulary;

/// <summary>The schemas of requests as programs that generate clients can use them. What may be a text or an object, and what is one of many kinds, is
/// described as one object with the members of all: most generators have no type for a choice, and drop it or take its first member. Requests may
/// have either form; whatever fits these schemas fits those of <see cref="FactSchemas"/> too.</summary>
public static class ClientSchemas
{
    private const string Fact = "fact";
    private const string Entity = "entity";
    private const string Party = "party";

    /// <summary>A party that a source names, and one that it leaves unnamed.</summary>
    private static readonly string[] Parties = ["namedParty", "unnamedParty"];

    /// <summary>The schemas by their names.</summary>
    public static IReadOnlyDictionary<string, JsonObject> OfRequests()
    {
        var schemas = FactSchemas.OfRequests().ToDictionary();
        DescribeFact(schemas);
        DescribeParty(schemas);
        DescribeSeats(schemas[Entity]["properties"]!["seats"]!.AsObject());
        return schemas;
    }

    /// <summary>A fact of any kind: what all have that tell of a polity, and one of the kinds.</summary>
    private static void DescribeFact(Dictionary<string, JsonObject> schemas)
    {
        var kinds = FactSchemas
            .KindsIn(schemas)
            .Select(kind => schemas[kind]["properties"]!.AsObject())
            .Where(members => members.ContainsKey("polity"))
            .ToList();
        var common = kinds[0].Where(member => member.Key != "type" && kinds.All(kind => kind.ContainsKey(member.Key)));
        var fact = schemas[Fact];
        fact["type"] = "object";
        fact["properties"] = new JsonObject(
            common
                .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))
                .Prepend(new("type", new JsonObject { ["type"] = "string" }))
        );
        fact["required"] = new JsonArray("type");
        fact["anyOf"] = fact["oneOf"]!.DeepClone();
        fact.Remove("oneOf");
    }

    private static void DescribeParty(Dictionary<string, JsonObject> schemas)
    {
        var party = schemas[Party];
        party["type"] = "object";
        party["properties"] = new JsonObject(
            Parties
                .SelectMany(name => schemas[name]["properties"]!.AsObject())
                .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))
        );
        party["anyOf"] = new JsonArray([
            .. Parties.Select(name => new JsonObject { ["required"] = schemas[name]["required"]!.DeepClone() }),
        ]);
        party["additionalProperties"] = false;
        foreach (var name in Parties)
        {
            schemas.Remove(name);
        }

        foreach (var schema in schemas.Values)
        {
            WritePartiesAsObjects(schema);
        }
    }

    private static void WritePartiesAsObjects(JsonObject schema)
    {
        if (schema["examples"]?[0] is not JsonObject example)
        {
            return;
        }

        foreach (var (name, member) in schema["properties"]!.AsObject())
        {
            if (IsParty(member) && example[name] is { } one)
            {
                example[name] = AsObject(one);
            }
            else if (IsParty(member!["items"]) && example[name] is JsonArray several)
            {
                example[name] = new JsonArray([.. several.Select(AsObject)]);
            }
        }
    }

    private static bool IsParty(JsonNode? schema) => schema?["$ref"]?.ToString() == FactSchemas.Reference + Party;

    private static JsonNode? AsObject(JsonNode? party) =>
        party is JsonValue ? new JsonObject { ["id"] = party.DeepClone() } : party?.DeepClone();

    /// <summary>A number is written as a text.</summary>
    private static void DescribeSeats(JsonObject seats)
    {
        var text = seats["anyOf"]!.AsArray().Single(one => one!["type"]!.ToString() == "string")!.AsObject();
        seats.Remove("anyOf");
        foreach (var (name, value) in text)
        {
            seats[name] = value?.DeepClone();
        }
    }
}
