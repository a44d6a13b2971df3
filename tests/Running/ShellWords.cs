using System.Text.RegularExpressions;

namespace ArtsakhLedger.Tests.Running;

/// <summary>The words of a command as a shell reads them, as far as documents and tests need: apart by spaces, except within double quotes.</summary>
public static partial class ShellWords
{
    public static string[] Of(string command) =>
        [.. Word().Matches(command).Select(word => word.Value.Replace("\"", "", StringComparison.Ordinal))];

    [GeneratedRegex("(\"[^\"]*\"|[^ \"])+", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
