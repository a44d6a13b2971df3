using System.Text.RegularExpressions;
using ArtsakhLedger.Tests.Running;

namespace ArtsakhLedger.Tests.Readme;

/// <summary>The README, or a guide.</summary>
/// <param name="Name">The file's name without extension.</param>
/// <param name="Path">Where the file is.</param>
public sealed partial record Document(string Name, string Path)
{
    private static readonly string Guides = System.IO.Path.Combine(Repository.Root, "src", "ArtsakhLedger", "Guides");

    public static Document Readme { get; } = new("README", System.IO.Path.Combine(Repository.Root, "README.md"));

    /// <summary>The README and every guide.</summary>
    public static IReadOnlyList<Document> All { get; } =
    [Readme, .. Directory.EnumerateFiles(Guides, "*.md").Order(StringComparer.Ordinal).Select(file => Guide(NameOf(file)))];

    public string Text { get; } = File.ReadAllText(Path);

    /// <summary>What stands before the first heading of a section, without one, and then each section.</summary>
    public IReadOnlyList<Section> Sections => [.. Headings().Split(Text).Select(part => new Section(Name, HeadingOf(part), part))];

    public static Document Guide(string name) => new(name, System.IO.Path.Combine(Guides, $"{name}.md"));

    public Section Section(string heading) => Sections.Single(section => section.Heading == heading);

    private static string NameOf(string file) => System.IO.Path.GetFileNameWithoutExtension(file);

    private static string HeadingOf(string part) => part.StartsWith("## ", StringComparison.Ordinal) ? part[3..part.IndexOf('\n')] : "";

    [GeneratedRegex("^(?=## )", RegexOptions.Multiline)]
    private static partial Regex Headings();
}
