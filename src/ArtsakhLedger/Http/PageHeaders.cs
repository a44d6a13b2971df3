namespace ArtsakhLedger.Http;

/// <summary>The headers of every page. They allow only what the service itself serves to be loaded or run, whatever the texts in the page
/// contain.</summary>
public static class PageHeaders
{
    public const string ContentType = $"{Representation.Html}; charset=utf-8";

    /// <summary>Sets the headers. Pages have no inline scripts or styles; both are files of the service.</summary>
    public const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = "no-referrer";
    }
}
