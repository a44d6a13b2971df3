using System.Text.Json.Nodes;
using ArtsakhLedger.Pages.Contributing;

namespace ArtsakhLedger.Tests.Pages.Contributing;

/// <summary>What somebody types who has a fact before them as JSON.</summary>
internal static class TypedForm
{
    public static FilledForm Of(JsonObject fact)
    {
        var boxes = new Dictionary<string, IReadOnlyList<string>>();
        Type(boxes, fact, FactForm.Of(fact["type"]!.ToString())!, "");
        var citations = fact["citations"]!.AsArray();
        for (var i = 0; i < citations.Count; i++)
        {
            Type(boxes, citations[i]!.AsObject(), FactForm.Citation, $"citations/{i}/");
        }

        return new(fact["type"]!.ToString(), boxes, citations.Count, "a-key", Button.Preview);
    }

    private static void Type(
        Dictionary<string, IReadOnlyList<string>> boxes,
        JsonObject from,
        IReadOnlyList<FormField> fields,
        string above
    )
    {
        foreach (var field in fields.Where(field => from.ContainsKey(field.Name)))
        {
            var (box, value) = (above + field.Name, from[field.Name]!);
            switch (field.Input)
            {
                case FieldInput.Group:
                    Type(boxes, value.AsObject(), field.Parts, $"{box}/");
                    break;
                case FieldInput.Choices:
                    boxes[box] = [.. value.AsArray().Select(word => word!.ToString())];
                    break;
                case FieldInput.Parties:
                    boxes[box] = [string.Join('\n', value.AsArray().Select(LineOf))];
                    break;
                case FieldInput.Party when value is JsonObject named && named.ContainsKey("as"):
                    boxes[box] = [named["id"]!.ToString()];
                    boxes[$"{box}/as"] = [named["as"]!.ToString()];
                    break;
                case FieldInput.Party when value is JsonObject unnamed:
                    boxes[$"{box}/unnamed"] = [unnamed["unnamed"]!.ToString()];
                    if (unnamed["mayBe"] is JsonArray ids)
                    {
                        boxes[$"{box}/mayBe"] = [string.Join(", ", ids)];
                    }

                    break;
                default:
                    boxes[box] = [value.ToString()];
                    break;
            }
        }
    }

    private static string LineOf(JsonNode? party) =>
        party is JsonObject named && named.ContainsKey("as") ? $"{named["id"]} \"{named["as"]}\""
        : party is JsonObject unnamed
            ? $"\"{unnamed["unnamed"]}\"{(unnamed["mayBe"] is JsonArray ids ? $": {string.Join(", ", ids)}" : "")}"
        : party!.ToString();
}
