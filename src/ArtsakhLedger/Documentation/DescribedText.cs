using System.Text.RegularExpressions;

namespace ArtsakhLedger.Documentation;

/// <summary>Text that comes from comments in the source, broken into lines where they are.</summary>
internal static partial class DescribedText
{
    /// <summary>The text without its line breaks.</summary>
    public static string? OnOneLine(string? text) => text is null ? null : LineBreak().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex LineBreak();
}
