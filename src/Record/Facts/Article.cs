namespace ArtsakhLedger.Facts;

/// <summary>The indefinite article before a noun.</summary>
internal static class Article
{
    /// <summary>The noun with its article: "an embassy", "a legation", "an honorary consulate".</summary>
    public static string Before(string noun) =>
        noun.Length > 0 && ("aeiou".Contains(noun[0], StringComparison.Ordinal) || noun.StartsWith("hono", StringComparison.Ordinal))
            ? $"an {noun}"
            : $"a {noun}";
}
