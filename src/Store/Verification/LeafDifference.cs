using System.Text.Json;
using System.Text.Json.Nodes;

namespace ArtsakhLedger.Verification;

/// <summary>Describes how a leaf differs from the stored event.</summary>
internal static class LeafDifference
{
    public static string Describe(byte[] stored, byte[] leaf)
    {
        JsonObject? logged;
        try
        {
            logged = JsonNode.Parse(leaf) as JsonObject;
        }
        catch (JsonException)
        {
            logged = null;
        }

        if (logged is null)
        {
            return "its leaf is not valid";
        }

        var differences =
            from member in JsonNode.Parse(stored)!.AsObject()
            where !JsonNode.DeepEquals(member.Value, logged[member.Key])
            select member.Key switch
            {
                "bodySha256" => "what its event says is not what was recorded",
                "authorSha256" => "its author is not who recorded it",
                _ => $"{member.Key} is {member.Value}, and {logged[member.Key] ?? "nothing"} when it was recorded",
            };
        return string.Join("; ", differences) is { Length: > 0 } all ? all : "its leaf says more than its event";
    }
}
