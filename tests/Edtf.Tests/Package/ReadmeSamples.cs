using System.Text.RegularExpressions;

namespace Edtf.Tests.Package;

/// <summary>The C# samples of a README, which show what they print as comments: <c>Console.WriteLine(1 + 1); // 2</c>.</summary>
internal sealed partial class ReadmeSamples
{
    internal ReadmeSamples(string readme)
    {
        var samples = Sample().Matches(readme).Select(match => match.Groups["code"].Value).ToList();
        Count = samples.Count;
        Output = [.. samples.SelectMany(sample => PrintedLine().Matches(sample)).Select(match => match.Groups["output"].Value)];
        var usings = samples.SelectMany(sample => Using().Matches(sample)).Select(match => match.Value.Trim()).Distinct();
        var blocks = samples.Select(sample => $"{{\n{Using().Replace(sample, "")}}}\n");
        Program = $"{string.Join('\n', usings)}\n{string.Concat(blocks)}";
    }

    internal int Count { get; }

    /// <summary>One program that runs all samples, each in a block of its own.</summary>
    internal string Program { get; }

    /// <summary>The lines that the samples print, according to their comments.</summary>
    internal string[] Output { get; }

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Sample();

    [GeneratedRegex(@"Console\.WriteLine\(.*\); *// (?<output>.*)")]
    private static partial Regex PrintedLine();

    [GeneratedRegex(@"^using [\w.]+;\n", RegexOptions.Multiline)]
    private static partial Regex Using();
}
