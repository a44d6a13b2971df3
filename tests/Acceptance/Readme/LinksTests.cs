using System.Text.RegularExpressions;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Readme;

/// <summary>The README and the guides as they are read on disk.</summary>
public sealed partial class LinksTests
{
    // What somebody who looks for the two commands still reads.
    private const int LongestReadme = 9_000;

    public static TheoryData<string> Names => [.. Document.All.Select(document => document.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_link_leads_to_a_file_and_a_heading_that_are_there(string name)
    {
        var document = Document.All.Single(document => document.Name == name);
        foreach (var link in Link().Matches(document.Text).Select(link => link.Groups["to"].Value))
        {
            if (link.StartsWith("http", StringComparison.Ordinal))
            {
                continue;
            }

            var (path, anchor) = link.IndexOf('#') is >= 0 and var hash ? (link[..hash], link[(hash + 1)..]) : (link, null);
            var file = path.Length == 0 ? document.Path : Path.Combine(Path.GetDirectoryName(document.Path)!, path);
            File.Exists(file).ShouldBeTrue(link);
            if (anchor is not null)
            {
                Heading()
                    .Matches(File.ReadAllText(file))
                    .Select(heading => AnchorOf(heading.Groups["title"].Value))
                    .ShouldContain(anchor, link);
            }
        }
    }

    [Fact]
    public void The_README_is_short_and_leads_to_every_guide()
    {
        Document.Readme.Text.Length.ShouldBeLessThan(LongestReadme);
        foreach (var guide in Document.All.Except([Document.Readme]))
        {
            Document.Readme.Text.ShouldContain($"]({Path.GetRelativePath(Repository.Root, guide.Path)})");
        }
    }

    private static string AnchorOf(string heading) => NoPartOfAnchors().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#{1,6} (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoPartOfAnchors();
}
