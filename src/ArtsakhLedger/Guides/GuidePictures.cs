using System.Reflection;
using ArtsakhLedger.Http;

namespace ArtsakhLedger.Guides;

/// <summary>Serves the pictures of the guides, which are embedded in the program.</summary>
internal static class GuidePictures
{
    private const string Folder = "guides/pictures/";

    private static readonly Dictionary<string, byte[]> Pictures = Assembly
        .GetExecutingAssembly()
        .GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToDictionary(name => name[Folder.Length..], Guide.ReadEmbedded);

    /// <summary>Maps the addresses of the pictures.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet($"{GuideLinks.Pictures}/{{file}}", Serve).ExcludeFromDescription();

    private static IResult Serve(string file, HttpContext context)
    {
        if (!Pictures.TryGetValue(file, out var picture))
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(picture, "image/png", entityTag: EntityTags.Of(picture));
    }
}
