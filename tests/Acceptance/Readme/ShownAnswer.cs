using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;

namespace ArtsakhLedger.Tests.Readme;

/// <summary>Compares an answer with what the README or a guide shows of it; … stands for anything.</summary>
public static class ShownAnswer
{
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
}
