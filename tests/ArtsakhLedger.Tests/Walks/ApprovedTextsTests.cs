using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Walks;

/// <summary>
/// Every distinct sentence that the state pages of the record say on any day, and every heading of a fact, as somebody has read and approved them:
/// what the record says in full, and terms, reasons and marks with their dates and names left out. A change of wording is seen as a change of
/// <c>approved-texts.txt</c>; with <c>APPROVE_TEXTS=1</c> the test writes the file anew.
/// </summary>
public sealed partial class ApprovedTextsTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private static readonly string ApprovedFile = Path.Combine(Repository.Root, "tests/ArtsakhLedger.Tests/Walks/approved-texts.txt");

    [Fact]
    public async Task What_is_said_of_the_record_is_what_was_approved()
    {
        var (statements, clauses) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        for (string? day = "1991-09-01"; day is not null; )
        {
            var page = await PageAsync($"/polities/artsakh/state?on={day}");
            foreach (var entry in Entries().Matches(page).Select(match => match.Groups["entry"].Value))
            {
                var (statement, details) = entry.Split("<p>", 2) is [var first, var rest] ? (first, rest) : (entry, "");
                statements.Add(TextOf(Badge().Replace(statement, "")));
                clauses.UnionWith(
                    details.Split("<p>").Where(detail => !detail.StartsWith("Source", StringComparison.Ordinal)).SelectMany(ClausesOf)
                );
            }

            day = NextDay().Match(page) is { Success: true } next ? WebUtility.HtmlDecode(next.Groups["on"].Value) : null;
        }

        for (var address = "/polities/artsakh/timeline?limit=200"; address is not null; )
        {
            var timeline = JsonDocument.Parse(await ledger.GetAsync(address)).RootElement;
            statements.UnionWith(timeline.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("statement").GetString()!));
            address = timeline.TryGetProperty("next", out var next) ? next.GetString() : null;
        }

        var said = string.Join('\n', ["# Statements", .. statements, "", "# Terms, reasons and marks", .. clauses, ""]);
        if (Environment.GetEnvironmentVariable("APPROVE_TEXTS") == "1")
        {
            await File.WriteAllTextAsync(ApprovedFile, said, TestContext.Current.CancellationToken);
        }

        said.ShouldBe(await File.ReadAllTextAsync(ApprovedFile, TestContext.Current.CancellationToken));
    }

    private static IEnumerable<string> ClausesOf(string detail) =>
        TextOf(Anchors().Replace(detail, "${text}"))
            .Split("; ")
            .Select(clause => Names().Replace(Dates().Replace(clause, "[date]"), "[source]"));

    private async Task<string> PageAsync(string address)
    {
        var page = await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url(address);
            scenario.WithRequestHeader("Accept", "text/html");
        });
        return await page.ReadAsTextAsync();
    }

    private static string TextOf(string html) => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(html, "")), " ").Trim();

    [GeneratedRegex("<li class=\"entry [^\"]*\">(?<entry>.*?)</li>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Entries();

    [GeneratedRegex("<b>[^<]*</b>")]
    private static partial Regex Badge();

    [GeneratedRegex("<a rel=\"next\" href=\"[^\"]*[?&;]on=(?<on>[^\"&]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex NextDay();

    [GeneratedRegex("<a [^>]*>(?<text>.*?)</a>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Anchors();

    [GeneratedRegex("</?[a-z!][^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(
        "([0-9]{1,2} )?((January|February|March|April|May|June|July|August|September|October|November|December) )?(the )?[0-9]{4}s?",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Dates();

    // The sources that a reason names come first in it, or in parentheses after what they say.
    [GeneratedRegex(
        "(?<=^Why: |^)(?!no source)[^;:(]*?(?= (gives?|shows?|last mentions?|knew|says?|denies|deny|mentions?) )|(?<=\\()[^()]*(?=\\))",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Names();
}
