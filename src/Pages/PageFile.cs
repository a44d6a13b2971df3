using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArtsakhLedger.Pages;

/// <summary>A style sheet or script of the pages, served out of the program. A digest of its content stands in its address, so that it is
/// kept for ever and a new version has a new address.</summary>
public sealed class PageFile
{
    private const string Folder = "/pages/";
    private const string ForEver = "public, max-age=31536000, immutable";

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
            var other => throw new InvalidOperationException($"Pages have no files such as {name}: there is no type for {other}."),
        };

    /// <summary>The file by its name among the sources, such as <c>style.css</c>.</summary>
    public static PageFile Named(string name) => Served.Values.First(file => file.name == name);

    /// <summary>Adds the address at which files are served.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet($"{Folder}{{file}}", Give).ExcludeFromDescription();

    private static IResult Give(string file, HttpContext context)
    {
        if (!Served.TryGetValue(Folder + file, out var found))
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = ForEver;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(found.content, found.ContentType, entityTag: new($"\"{found.digest}\""));
    }
}
