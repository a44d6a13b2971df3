namespace ArtsakhLedger.Http;

/// <summary>What every page says of itself: nothing is loaded or run but what the service itself serves, whatever the texts in it try.</summary>
public static class PageHeaders
{
    public const string ContentType = $"{Representation.Html}; charset=utf-8";

    /// <summary>No script or style stands in a page; both come as files of the service's own.</summary>
    public const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
    }
}
