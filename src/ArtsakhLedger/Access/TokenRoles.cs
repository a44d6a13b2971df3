using System.Security.Claims;
using System.Text.Json;

namespace ArtsakhLedger.Access;

/// <summary>Finds the ledger's roles in an issuer's claims about a user.</summary>
public static class TokenRoles
{
    /// <summary>The ledger's roles among the values of a claim. If no claim has the name, its last part may be a member of a claim that is
    /// an object: <c>realm_access.roles</c>.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Claim> claims, string name)
    {
        var all = claims.ToList();
        var values = all.Where(claim => claim.Type == name).Select(claim => claim.Value).ToList();
        var dot = name.LastIndexOf('.');
        if (values.Count == 0 && dot > 0)
        {
            values = [.. all.Where(claim => claim.Type == name[..dot]).SelectMany(claim => MemberOf(claim.Value, name[(dot + 1)..]))];
        }

        return [.. Role.All.Where(role => values.Contains(role, StringComparer.Ordinal))];
    }

    private static IEnumerable<string> MemberOf(string json, string member)
    {
        JsonElement found;
        try
        {
            var claim = JsonSerializer.Deserialize<JsonElement>(json);
            if (claim.ValueKind != JsonValueKind.Object || !claim.TryGetProperty(member, out found))
            {
                return [];
            }
        }
        catch (JsonException)
        {
            return [];
        }

        var values = found.ValueKind == JsonValueKind.Array ? found.EnumerateArray() : Enumerable.Repeat(found, 1);
        return values.Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!);
    }
}
