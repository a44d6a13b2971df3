using Microsoft.AspNetCore.Http;

namespace ArtsakhLedger.Pages;

/// <summary>The address at which a page was asked for.</summary>
/// <param name="Service">Scheme and host, such as <c>http://localhost:5080</c>.</param>
/// <param name="Address">Path and query, as sent.</param>
public sealed record AskedPage(string Service, string Address)
{
    public static AskedPage Of(HttpRequest request) => new($"{request.Scheme}://{request.Host}", $"{request.Path}{request.QueryString}");

    /// <summary>An address of the service, in full.</summary>
    public string Whole(string address) => Service + address;
}
