using System.Text.Json;
using System.Text.Json.Nodes;

namespace ArtsakhLedger.Verification;

/// <summary>Says in which of its statements a leaf differs from what is stored.</summary>
internal static class LeafDifference
{
    public static string Describe(byte[] stored, byte[] leaf)
    {
        JsonObject? said;
        try
        {
            said = JsonNode.Parse(leaf) as JsonObject;
        }
        catch (JsonException)
        {
            said = null;
        }

        if (said is null)
        {
            return "its leaf is not one";
        }

        var differences =
            from member in JsonNode.Parse(stored)!.AsObject()
            where !JsonNode.DeepEquals(member.Value, said[member.Key])
            select member.Key switch
            {
                "bodySha256" => "what its event says is not what was recorded",
                "authorSha256" => "its author is not who recorded it",
                _ => $"{member.Key} is {member.Value}, and {said[member.Key] ?? "nothing"} when it was recorded",
            };
        return string.Join("; ", differences) is { Length: > 0 } all ? all : "its leaf says more than its event";
    }
}
