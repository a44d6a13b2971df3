namespace ArtsakhLedger.Guides;

/// <summary>Links of the guides: on disk they lead to files (<c>Record.md</c>, <c>Pictures/fact.png</c>), served to addresses of the service.</summary>
internal static class GuideLinks
{
    public const string Guides = "/guide";
    public const string Pictures = $"{Guides}/pictures";

    private const string ServiceInGuides = "http://localhost:5080";
    private const string File = ".md";
    private const string PicturesOnDisk = "Pictures/";

    /// <summary>The name in addresses of the guide in a file, given without its extension.</summary>
    public static string NameOf(string file) => file.ToLowerInvariant();

    public static string AddressOf(string name) => $"{Guides}/{name}";

    /// <summary>Where a link of a guide leads when the guide is served.</summary>
    public static string Served(string link)
    {
        var (path, anchor) = link.IndexOf('#') is >= 0 and var hash ? (link[..hash], link[hash..]) : (link, "");
        if (path.EndsWith(File, StringComparison.Ordinal) && !path.Contains('/'))
        {
            return AddressOf(NameOf(path[..^File.Length])) + anchor;
        }

        if (path.StartsWith(PicturesOnDisk, StringComparison.Ordinal))
        {
            return $"{Pictures}/{path[PicturesOnDisk.Length..]}";
        }

        // The service may be reached at another address than the one that the guides name.
        return path == ServiceInGuides ? "/"
            : path.StartsWith($"{ServiceInGuides}/", StringComparison.Ordinal) ? link[ServiceInGuides.Length..]
            : link;
    }
}
