using System.Reflection;
using System.Text;

namespace ArtsakhLedger.Guides;

/// <summary>A guide to one task, written in Markdown and embedded in the program.</summary>
public sealed class Guide
{
    /// <summary>The name of the guide to a ledger of one's own, whose examples are about none that there is.</summary>
    public const string OfOwnRecord = "your-own-record";

    // In the order in which a newcomer needs them.
    private static readonly string[] Files =
    [
        "Ask",
        "Your-own-record",
        "Record",
        "Correct",
        "Add-a-batch",
        "Prove",
        "Operate",
        "Run-in-containers",
        "Configure",
        "Architecture",
    ];

    private static readonly Dictionary<string, Guide> ByName = Files.ToDictionary(GuideLinks.NameOf, file => new Guide(file));

    private Guide(string file)
    {
        Name = GuideLinks.NameOf(file);
        Markdown = ReadEmbedded($"guides/{file}.md");
        var text = GuideText.Of(Encoding.UTF8.GetString(Markdown));
        (Title, Summary, Sections, Html) = (text.Title, text.Summary, text.Sections, text.Html);
    }

    /// <summary>Every guide, in reading order.</summary>
    public static IReadOnlyList<Guide> All { get; } = [.. Files.Select(file => ByName[GuideLinks.NameOf(file)])];

    /// <summary>Its name in addresses, such as <c>add-a-batch</c>.</summary>
    public string Name { get; }

    /// <summary>The path at which it is served.</summary>
    public string Address => GuideLinks.AddressOf(Name);

    /// <summary>Its title.</summary>
    public string Title { get; }

    /// <summary>A summary, in a sentence or two.</summary>
    public string Summary { get; }

    /// <summary>The headings of its sections.</summary>
    public IReadOnlyList<GuideSection> Sections { get; }

    /// <summary>Everything after title and summary, as HTML.</summary>
    public string Html { get; }

    /// <summary>The Markdown file.</summary>
    public byte[] Markdown { get; }

    /// <summary>The guide with this name; null if there is none.</summary>
    public static Guide? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Reads a file that is embedded in the program.</summary>
    internal static byte[] ReadEmbedded(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
