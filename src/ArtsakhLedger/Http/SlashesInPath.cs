namespace ArtsakhLedger.Http;

/// <summary>The slashes within a parameter that takes the rest of a path.</summary>
public static class SlashesInPath
{
    /// <summary>Gives a parameter with its slashes. Generated clients send them as <c>%2F</c>, the one escape that the server leaves as it is.</summary>
    public static string Decoded(string parameter) => parameter.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
