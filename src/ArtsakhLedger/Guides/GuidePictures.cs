using System.Reflection;
using ArtsakhLedger.Http;

namespace ArtsakhLedger.Guides;

/// <summary>Serves the pictures of the guides, which are embedded in the program.</summary>
public static class GuidePictures
{
    private const string Folder = "guides/pictures/";

    private static readonly Dictionary<string, byte[]> Served = Assembly
        .GetExecutingAssembly()
        .GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToDictionary(name => name[Folder.Length..], Read);

    /// <summary>Adds the address at which pictures are served.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet($"{GuideLinks.Pictures}/{{file}}", Give).ExcludeFromDescription();

    private static IResult Give(string file, HttpContext context)
    {
        if (!Served.TryGetValue(file, out var picture))
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(picture, "image/png", entityTag: EntityTags.Of(picture));
    }

    private static byte[] Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
