namespace ArtsakhLedger.Guides;

/// <summary>Turns the links in guides, which lead to files (<c>Record.md</c>, <c>Pictures/fact.png</c>), into addresses of the service.</summary>
internal static class GuideLinks
{
    public const string Guides = "/guide";
    public const string Pictures = $"{Guides}/pictures";

    private const string ServiceAddress = "http://localhost:5080";
    private const string Extension = ".md";
    private const string PictureFolder = "Pictures/";

    /// <summary>The name of a guide in addresses, from its file name without extension.</summary>
    public static string NameOf(string file) => file.ToLowerInvariant();

    public static string AddressOf(string name) => $"{Guides}/{name}";

    /// <summary>The address that a link in a guide leads to.</summary>
    public static string ToAddress(string link)
    {
        var (path, anchor) = link.IndexOf('#') is >= 0 and var hash ? (link[..hash], link[hash..]) : (link, "");
        if (path.EndsWith(Extension, StringComparison.Ordinal) && !path.Contains('/'))
        {
            return AddressOf(NameOf(path[..^Extension.Length])) + anchor;
        }

        if (path.StartsWith(PictureFolder, StringComparison.Ordinal))
        {
            return $"{Pictures}/{path[PictureFolder.Length..]}";
        }

        // The service may have a different address from the one in the guides.
        return path == ServiceAddress ? "/"
            : path.StartsWith($"{ServiceAddress}/", StringComparison.Ordinal) ? link[ServiceAddress.Length..]
            : link;
    }
}
