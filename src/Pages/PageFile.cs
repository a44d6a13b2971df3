using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArtsakhLedger.Pages;

/// <summary>A style sheet or script of the pages, embedded in the program. Its address contains a digest of its content, so that browsers may cache it for
/// ever.</summary>
public sealed class PageFile
{
    private const string Folder = "/pages/";
    private const string CacheForEver = "public, max-age=31536000, immutable";

    private static readonly Dictionary<string, PageFile> Served = Assembly
        .GetExecutingAssembly()
        .GetManifestResourceNames()
        .Where(name => name.StartsWith("pages/", StringComparison.Ordinal))
        .Select(name => new PageFile(name))
        .ToDictionary(file => file.Address);

    private readonly byte[] content;
    private readonly string name;
    private readonly string digest;

    private PageFile(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        content = new byte[stream.Length];
        stream.ReadExactly(content);
        name = resource["pages/".Length..];
        digest = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8));
        Address = $"{Folder}{Path.GetFileNameWithoutExtension(name)}.{digest}{Path.GetExtension(name)}";
    }

    /// <summary>The path at which it is served.</summary>
    public string Address { get; }

    private string ContentType =>
        Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            var other => throw new InvalidOperationException($"{name} cannot be served: there is no content type for {other}."),
        };

    /// <summary>The file of a name, such as <c>style.css</c>.</summary>
    public static PageFile Named(string name) => Served.Values.First(file => file.name == name);

    /// <summary>Maps the addresses of the files.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet($"{Folder}{{file}}", Serve).ExcludeFromDescription();

    private static IResult Serve(string file, HttpContext context)
    {
        if (!Served.TryGetValue(Folder + file, out var found))
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = CacheForEver;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(found.content, found.ContentType, entityTag: new($"\"{found.digest}\""));
    }
}
