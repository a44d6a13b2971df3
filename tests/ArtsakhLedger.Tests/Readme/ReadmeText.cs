using System.Text.Json;
using System.Text.RegularExpressions;
using ArtsakhLedger.Tests.Running;
using Shouldly;

namespace ArtsakhLedger.Tests.Readme;

/// <summary>The README's commands and what it shows of their answers; … stands for anything.</summary>
public static partial class ReadmeText
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    /// <summary>One section, from its heading to the next.</summary>
    public static string Section(string heading)
    {
        var start = Text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal) + 1;
        return Text[start..(Text.IndexOf("\n## ", start, StringComparison.Ordinal) + 1)];
    }

    /// <summary>Everything but some sections.</summary>
    public static string Without(params IEnumerable<string> headings) =>
        headings.Aggregate(Text, (text, heading) => text.Replace(Section(heading), "", StringComparison.Ordinal));

    /// <summary>The fenced blocks of a text, in order.</summary>
    public static IReadOnlyList<(string Language, string Text)> BlocksOf(string text) =>
        [.. Blocks().Matches(text).Select(block => (block.Groups["language"].Value, block.Groups["text"].Value))];

    /// <summary>Holds that a command printed what is shown.</summary>
    public static void ShouldPrint(string output, string sample)
    {
        var pattern = string.Join(@"\n", Lines(sample).Select(line => Regex.Escape(line).Replace("…", ".*", StringComparison.Ordinal)));
        Regex
            .IsMatch(string.Join('\n', Lines(output)), $"^{pattern}$", RegexOptions.Singleline)
            .ShouldBeTrue($"{output}\n-- does not fit --\n{sample}");
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0);

    /// <summary>Holds that an answer is as shown.</summary>
    public static void ShouldFit(JsonElement actual, JsonElement sample, string path)
    {
        if (sample.ValueKind == JsonValueKind.String && sample.GetString() == "…")
        {
            return;
        }

        actual.ValueKind.ShouldBe(sample.ValueKind, path);
        switch (sample.ValueKind)
        {
            case JsonValueKind.Object:
                actual
                    .EnumerateObject()
                    .Select(member => member.Name)
                    .ShouldBe(sample.EnumerateObject().Select(member => member.Name), ignoreOrder: true, path);
                foreach (var member in sample.EnumerateObject())
                {
                    ShouldFit(actual.GetProperty(member.Name), member.Value, $"{path}.{member.Name}");
                }

                break;
            case JsonValueKind.Array:
                actual.GetArrayLength().ShouldBe(sample.GetArrayLength(), path);
                foreach (var (item, i) in sample.EnumerateArray().Select((item, i) => (item, i)))
                {
                    ShouldFit(actual[i], item, $"{path}[{i}]");
                }

                break;
            default:
                actual.ToString().ShouldBe(sample.ToString(), path);
                break;
        }
    }

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
