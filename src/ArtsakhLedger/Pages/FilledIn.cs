using ArtsakhLedger.Http;

namespace ArtsakhLedger.Pages;

/// <summary>A form sends the boxes that were left empty too; an address names only what was asked for.</summary>
public static class FilledIn
{
    /// <summary>The way to the same address without its empty parameters; null where it has none.</summary>
    public static IResult? Redirect(HttpContext context)
    {
        var request = context.Request;
        if (request.Query.All(parameter => parameter.Value != ""))
        {
            return null;
        }

        context.Response.Headers.Vary = "Accept";
        return Results.Redirect(Address.Of(
            request.Path.Value!, request.Query.Where(parameter => parameter.Value != "").Select(parameter => (parameter.Key, (string?)parameter.Value.ToString()))));
    }
}
