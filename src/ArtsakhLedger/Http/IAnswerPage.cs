namespace ArtsakhLedger.Http;

/// <summary>A page that shows an answer to people.</summary>
public interface IAnswerPage
{
    /// <summary>What the page's ETag begins with, so that an editor who saw the page can name the version; null where nobody needs to.</summary>
    public string? Version { get; }

    /// <summary>Renders the page as HTML in UTF-8.</summary>
    public Task<byte[]> RenderAsync(HttpContext context);
}
