using System.Text.Json;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Sheets.Dates;
using ArtsakhLedger.Vocabulary;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ArtsakhLedger.Sheets.Columns;

/// <summary>A map that cannot be used. The message is a sentence that says what to write.</summary>
/// <param name="reason">Why, without capital letter and full stop.</param>
public sealed class UnusableMapException(string reason) : Exception($"{PartyNames.AsSentence(reason.TrimEnd('.'))}.");

/// <summary>Reads and writes maps, in YAML; JSON is YAML too.</summary>
public static class ColumnMapFile
{
    /// <summary>The most characters of a map.</summary>
    public const int MaximumLength = 1_000_000;

    // The stream, the document, the map and its lists.
    private const int DeepestNode = 5;

    private static readonly string[] Texts = ["type", "polity", "worksheet", "title", "dates"];
    private static readonly string[] Lists = ["columns", "values", "entities"];

    /// <summary>Reads a map.</summary>
    /// <exception cref="UnusableMapException">It is no map.</exception>
    public static ColumnMap Read(string text)
    {
        if (text.Length > MaximumLength)
        {
            throw new UnusableMapException($"the map has more than {MaximumLength} characters");
        }

        var stream = new YamlStream();
        try
        {
            RefuseDepth(text);
            stream.Load(new StringReader(text));
        }
        catch (Exception refused) when (refused is YamlException or InvalidOperationException)
        {
            throw new UnusableMapException($"the map is neither YAML nor JSON: {refused.Message}");
        }

        if (stream.Documents.Count == 0)
        {
            return new();
        }

        if (stream.Documents[0].RootNode is not YamlMappingNode root)
        {
            throw new UnusableMapException(
                $"a map has the members {string.Join(", ", Texts.Concat(Lists))}; write type: recognition-passed, for example"
            );
        }

        var (texts, lists) = (new Dictionary<string, string>(), new Dictionary<string, Dictionary<string, string>>());
        foreach (var (key, value) in root.Children)
        {
            var name = TextOf(key, "a member");
            if (Texts.Contains(name))
            {
                texts[name] = TextOf(value, name);
            }
            else if (Lists.Contains(name) && value is YamlMappingNode list)
            {
                lists[name] = list.Children.ToDictionary(one => TextOf(one.Key, name), one => TextOf(one.Value, name));
            }
            else
            {
                throw new UnusableMapException(
                    Lists.Contains(name)
                        ? $"'{name}' of the map is a list of names and values; write {name}: {{ Country: actor }}, for example"
                        : $"the map has no member '{name}'; it may have {string.Join(", ", Texts.Concat(Lists))}"
                );
            }
        }

        return new()
        {
            Type = TypeOf(texts.GetValueOrDefault("type")),
            Polity = texts.GetValueOrDefault("polity"),
            Worksheet = texts.GetValueOrDefault("worksheet"),
            Title = texts.GetValueOrDefault("title"),
            Dates = OrderOf(texts.GetValueOrDefault("dates")),
            Columns = lists.GetValueOrDefault("columns") ?? [],
            Values = lists.GetValueOrDefault("values") ?? [],
            Entities = lists.GetValueOrDefault("entities") ?? [],
        };
    }

    /// <summary>Writes a map.</summary>
    public static string Write(ColumnMap map)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var root = new YamlMappingNode();
        Add(root, "type", map.Type);
        Add(root, "polity", map.Polity);
        Add(root, "worksheet", map.Worksheet);
        Add(root, "title", map.Title);
        Add(root, "dates", map.Dates == DayOrder.Unknown ? null : WordOf(map.Dates));
        Add(root, "columns", map.Columns);
        Add(root, "values", map.Values);
        Add(root, "entities", map.Entities);
        new YamlStream(new YamlDocument(root)).Save(text, assignAnchors: false);
        return text.ToString().Replace("\n...\n", "\n", StringComparison.Ordinal);
    }

    /// <summary>An order of day and month from its name: <c>day-first</c> or <c>month-first</c>.</summary>
    /// <exception cref="UnusableMapException">It is none.</exception>
    public static DayOrder OrderOf(string? word) =>
        word switch
        {
            null or "" => DayOrder.Unknown,
            "day-first" => DayOrder.DayFirst,
            "month-first" => DayOrder.MonthFirst,
            _ => throw new UnusableMapException($"'{word}' is not an order of day and month; write day-first or month-first"),
        };

    /// <summary>A type of fact that rows may tell of, from its name.</summary>
    /// <exception cref="UnusableMapException">It is none.</exception>
    public static string? TypeOf(string? name) =>
        name is null || SheetKind.Named(name) is not null
            ? name
            : throw new UnusableMapException(
                FactType.Named(name) is null
                    ? $"there is no type of fact '{name}'; sheets may have {string.Join(", ", SheetKind.All.Select(kind => kind.Name))}"
                    : $"{name} is about the record itself and cannot be recorded from a sheet"
            );

    /// <summary>Refuses what is nested deeper than a map is, for nodes are loaded by recursion.</summary>
    private static void RefuseDepth(string text)
    {
        var parser = new Parser(new StringReader(text));
        for (var depth = 0; parser.MoveNext(); )
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > DeepestNode)
            {
                throw new UnusableMapException(
                    "the map is nested too deeply; it is a list of members, some of which are lists of names and values"
                );
            }
        }
    }

    private static string WordOf(DayOrder order) => JsonNamingPolicy.KebabCaseLower.ConvertName(order.ToString());

    private static string TextOf(YamlNode node, string where) =>
        node is YamlScalarNode { Value: { } value } ? value : throw new UnusableMapException($"'{where}' of the map is not a text");

    private static void Add(YamlMappingNode root, string name, string? value)
    {
        if (value is not null)
        {
            root.Add(name, Scalar(value));
        }
    }

    private static void Add(YamlMappingNode root, string name, IReadOnlyDictionary<string, string> values)
    {
        if (values.Count > 0)
        {
            root.Add(name, new YamlMappingNode(values.SelectMany(one => new YamlNode[] { Scalar(one.Key), Scalar(one.Value) })));
        }
    }

    /// <summary>A text, in quotation marks unless it can be nothing else.</summary>
    private static YamlScalarNode Scalar(string value) =>
        new(value)
        {
            Style =
                value.All(c => char.IsAsciiLetterLower(c) || c == '-') && value.Length > 0 ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted,
        };
}
