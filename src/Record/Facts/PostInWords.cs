namespace ArtsakhLedger.Facts;

/// <summary>A post, with the capacity in which somebody held it.</summary>
internal static class PostInWords
{
    private const string Full = "full";

    private static readonly string[] BeforeThePost = ["acting", "interim", "caretaker", "honorary", "designate"];

    /// <summary>"acting foreign minister", "ambassador to Chad", "chief of mission to Chad, with the rank of minister resident".</summary>
    /// <param name="post">The post.</param>
    /// <param name="to">The country or organisation of a mission; null for any other post.</param>
    /// <param name="capacity">The capacity; null for the full one.</param>
    public static string Of(string post, string? to, string? capacity)
    {
        var whole = to is null ? post : $"{post} to {to}";
        return capacity is null or Full ? whole
            : BeforeThePost.Contains(capacity) ? $"{capacity} {whole}"
            : $"{whole}, with the rank of {capacity}";
    }
}
