using System.Text.RegularExpressions;

namespace ArtsakhLedger.Tests.Contract;

/// <summary>The folders of a project and the types that each names of others, as its sources say; what comments say counts for nothing.</summary>
public sealed partial class Rooms
{
    private static readonly string[] NoRooms = ["bin", "obj", "Internal"];

    private readonly Dictionary<string, string> sources;
    private readonly Dictionary<string, HashSet<string>> named;

    private Rooms(Dictionary<string, string> sources)
    {
        this.sources = sources;
        var types = sources.ToDictionary(
            room => room.Key,
            room => Types().Matches(room.Value).Select(type => type.Groups["name"].Value).ToHashSet()
        );
        named = sources.ToDictionary(
            room => room.Key,
            room =>
                Names()
                    .Matches(room.Value)
                    .Where(name =>
                        name.Groups["whole"].Success
                        || types.GetValueOrDefault(name.Groups["room"].Value)?.Contains(name.Groups["type"].Value) == true
                    )
                    .Select(name => name.Groups["room"].Value)
                    .Where(other => other != room.Key && sources.ContainsKey(other))
                    .ToHashSet()
        );
    }

    /// <summary>Reads the rooms of a project.</summary>
    /// <param name="project">Its folder.</param>
    public static Rooms Read(string project) =>
        new(
            Directory
                .EnumerateDirectories(project)
                .Where(folder => !NoRooms.Contains(Path.GetFileName(folder)))
                .ToDictionary(
                    folder => Path.GetFileName(folder)!,
                    folder =>
                        string.Join(
                            '\n',
                            Directory
                                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                                .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
                                .SelectMany(File.ReadLines)
                                .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
                        )
                )
                .Where(room => room.Value.Length > 0)
                .ToDictionary()
        );

    /// <summary>Every room with code in it, by name.</summary>
    public IEnumerable<string> All => sources.Keys.Order(StringComparer.Ordinal);

    /// <summary>The rooms that a room names, by name.</summary>
    public IEnumerable<string> NamedBy(string room) => named[room].Order(StringComparer.Ordinal);

    /// <summary>The rooms that name a room, by name.</summary>
    public IEnumerable<string> Naming(string room) => All.Where(other => named[other].Contains(room));

    /// <summary>Every room with every other one that it names.</summary>
    public IEnumerable<(string From, string To)> Arrows() => All.SelectMany(room => NamedBy(room).Select(other => (room, other)));

    [GeneratedRegex(@"\b(?:class|record struct|record|interface|enum|struct) (?<name>[A-Z]\w*)")]
    private static partial Regex Types();

    /// <summary>A room by its whole name, or before the name of a type.</summary>
    [GeneratedRegex(@"\b(?<whole>ArtsakhLedger\.)(?<room>\w+)|(?<![\w.])(?<room>[A-Z]\w*)\.(?<type>[A-Z]\w*)")]
    private static partial Regex Names();
}
