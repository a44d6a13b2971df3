namespace ArtsakhLedger.Http;

/// <summary>An HTML page that shows an answer.</summary>
public interface IHtmlPage
{
    /// <summary>The beginning of the page's ETag, so that an editor who saw the page can name the version; null if nobody needs
    /// to.</summary>
    public string? Version { get; }

    /// <summary>Renders the page as HTML in UTF-8.</summary>
    public Task<byte[]> RenderAsync(HttpContext context);
}
