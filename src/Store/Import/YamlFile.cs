using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ArtsakhLedger.Facts;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ArtsakhLedger.Import;

/// <summary>An entry of a file, with all scalars as strings, and the line of each of its parts.</summary>
/// <param name="Section">The list that it is in: <c>entities</c>, <c>sources</c>, <c>passages</c> or <c>facts</c>.</param>
/// <param name="Content">The entry.</param>
/// <param name="File">The file.</param>
/// <param name="Lines">The line of each part, by JSON pointer.</param>
public sealed record YamlEntry(string Section, JsonObject Content, string File, IReadOnlyDictionary<string, int> Lines)
{
    /// <summary>The line of a part, or of the innermost part around it.</summary>
    public int LineOf(string pointer)
    {
        while (!Lines.ContainsKey(pointer))
        {
            pointer = pointer[..Math.Max(pointer.LastIndexOf('/'), 0)];
        }

        return Lines[pointer];
    }

    /// <summary>A problem of the entry, with its line.</summary>
    public EntryProblem Problem(FactProblem problem) => new(File, LineOf(problem.Pointer), problem.Message);
}

/// <summary>Reads a file of a batch: lists of entries under <c>entities</c>, <c>sources</c>, <c>passages</c> or <c>facts</c>.</summary>
internal static partial class YamlFile
{
    private static readonly string[] Sections = ["entities", "sources", "passages", "facts"];

    /// <param name="path">The file.</param>
    /// <param name="shownAs">Its name in problems.</param>
    /// <param name="problems">Problems are added to this list.</param>
    public static IReadOnlyList<YamlEntry> Read(string path, string shownAs, ICollection<EntryProblem> problems)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(path, new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true));
        var scanner = new Scanner(reader);
        try
        {
            stream.Load(new Parser(scanner));
        }
        catch (YamlException refused)
        {
            problems.Add(new(shownAs, (int)refused.Start.Line, $"this is not YAML: {refused.Message}"));
            return [];
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet 18.1 throws this for a flow list or mapping that is not closed.
            problems.Add(
                new(shownAs, (int)scanner.CurrentPosition.Line, "this is not YAML: a bracket or brace before this line is not closed")
            );
            return [];
        }
        catch (System.Text.DecoderFallbackException)
        {
            problems.Add(new(shownAs, 1, "this file is not UTF-8; save it as UTF-8"));
            return [];
        }

        if (stream.Documents.Count == 0)
        {
            return [];
        }

        if (stream.Documents[0].RootNode is not YamlMappingNode root)
        {
            problems.Add(new(shownAs, 1, $"a file of a batch is a mapping; begin with one of {string.Join(":, ", Sections)}:"));
            return [];
        }

        var entries = new List<YamlEntry>();
        foreach (var (key, value) in root.Children)
        {
            var section = (key as YamlScalarNode)?.Value ?? "";
            if (!Sections.Contains(section))
            {
                problems.Add(new(shownAs, LineOf(key), $"there is no section '{section}'; write one of {string.Join(", ", Sections)}"));
            }
            else if (value is not YamlSequenceNode list)
            {
                problems.Add(new(shownAs, LineOf(value), $"'{section}' is a list; begin each entry with '- id:'"));
            }
            else
            {
                entries.AddRange(EntriesOf(section, list, shownAs, problems));
            }
        }

        return entries;
    }

    private static IEnumerable<YamlEntry> EntriesOf(
        string section,
        YamlSequenceNode list,
        string shownAs,
        ICollection<EntryProblem> problems
    )
    {
        foreach (var item in list)
        {
            if (item is not YamlMappingNode mapping)
            {
                problems.Add(new(shownAs, LineOf(item), "an entry is a mapping; begin it with '- id:'"));
                continue;
            }

            var lines = new Dictionary<string, int>();
            yield return new(section, (JsonObject)Convert(mapping, "", lines)!, shownAs, lines);
        }
    }

    private static JsonNode? Convert(YamlNode node, string pointer, Dictionary<string, int> lines)
    {
        lines[pointer] = LineOf(node);
        switch (node)
        {
            case YamlMappingNode mapping:
                var result = new JsonObject();
                foreach (var (key, value) in mapping.Children)
                {
                    var name = (key as YamlScalarNode)?.Value ?? key.ToString();
                    result[name] = Convert(value, $"{pointer}/{name}", lines);
                    lines[$"{pointer}/{name}"] = LineOf(key);
                }

                return result;
            case YamlSequenceNode sequence:
                return new JsonArray([.. sequence.Select((item, i) => Convert(item, $"{pointer}/{i}", lines))]);
            case YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" }:
                return null;
            case YamlScalarNode { Style: ScalarStyle.Plain } scalar when IsOfCsl(pointer) && JsonWord().IsMatch(scalar.Value!):
                return JsonNode.Parse(scalar.Value!);
            case YamlScalarNode scalar:
                return JsonValue.Create(scalar.Value);
            default:
                return null;
        }
    }

    /// <summary>Whether a part belongs to CSL-JSON, the only part with numbers and Booleans.</summary>
    private static bool IsOfCsl(string pointer) => pointer.Contains("/csl/", StringComparison.Ordinal);

    [GeneratedRegex(@"^(true|false|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex JsonWord();

    private static int LineOf(YamlNode node) => (int)node.Start.Line;
}
