namespace ArtsakhLedger.Http;

/// <summary>Redirects a browser to the address of a page.</summary>
public sealed class PageRedirect : IResult
{
    private readonly string address;

    private PageRedirect(string address) => this.address = address;

    public static PageRedirect To(string address) => new(address);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.Vary = "Accept";
        return Results.Redirect(address).ExecuteAsync(httpContext);
    }
}
