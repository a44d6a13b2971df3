using System.Text.RegularExpressions;

namespace ArtsakhLedger.Tests.Readme;

/// <summary>A section of the README or a guide.</summary>
public sealed partial record Section(string Document, string Heading, string Text)
{
    /// <summary>Its fenced blocks, in order.</summary>
    public IReadOnlyList<(string Language, string Text)> Blocks =>
        [.. Fenced().Matches(Text).Select(block => (block.Groups["language"].Value, block.Groups["text"].Value))];

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();
}
