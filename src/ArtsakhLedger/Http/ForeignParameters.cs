using ArtsakhLedger.Asking;

namespace ArtsakhLedger.Http;

/// <summary>The query parameters that campaigns, mail programs and social networks add to the links that people share. A browser is redirected to the
/// address without them; a program is told that they do not exist, as it is of any other.</summary>
public static class ForeignParameters
{
    private static readonly string[] Prefixes = ["utm_", "mc_", "pk_", "mtm_", "matomo_", "hsa_", "_hs", "oly_", "vero_"];

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid",
        "gclid",
        "gclsrc",
        "gbraid",
        "wbraid",
        "gad_source",
        "gad_campaignid",
        "dclid",
        "msclkid",
        "yclid",
        "ysclid",
        "_openstat",
        "twclid",
        "ttclid",
        "li_fat_id",
        "rdt_cid",
        "epik",
        "igsh",
        "igshid",
        "ref_src",
        "ref_url",
        "mkt_tok",
        "srsltid",
        "wickedid",
        "_ga",
        "_gl",
        "__s",
    };

    public static Task RedirectAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || !request.Query.Keys.Any(IsForeign) || !Representation.PrefersPage(request))
        {
            return next(context);
        }

        return PageRedirect
            .To(
                Address.Of(
                    request.Path.ToUriComponent(),
                    from parameter in request.Query
                    where !IsForeign(parameter.Key)
                    from value in parameter.Value
                    select (Uri.EscapeDataString(parameter.Key), value)
                )
            )
            .ExecuteAsync(context);
    }

    private static bool IsForeign(string name) =>
        Names.Contains(name) || Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
