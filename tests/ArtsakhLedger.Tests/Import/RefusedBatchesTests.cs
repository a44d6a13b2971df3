using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Import;

/// <summary>What <c>check</c> refuses beside slips of a single entry: what entries, texts and the manifest say of one another.</summary>
public sealed class RefusedBatchesTests : IDisposable
{
    private const string Text = "== Heading ==\nA was proclaimed in 1991. It was recognised by B in 1992. It was recognised by C in 1993.";

    private readonly TemporaryEvents events = new();
    private readonly string snapshot;
    private readonly string digest;

    public RefusedBatchesTests()
    {
        snapshot = Path.Combine(events.Folder, "text.txt");
        File.WriteAllText(snapshot, Text);
        digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
        events.Write(
            "a",
            "0001-first",
            "sources.yaml",
            $$"""
            sources:
              - { id: text, csl: { type: document, title: A text }, snapshots: [{ sha256: "{{digest}}", length: {{Text.Length}} }], reason: test }
              - { id: excerpt, csl: { type: document, title: Another }, excerptOnly: true, reason: test }
            """
        );
        events.Write(
            "a",
            "0001-first",
            "entities.yaml",
            """
            entities:
              - { id: a, kind: polity, names: [{ text: A, language: en }], reason: test }
              - { id: b, kind: polity, names: [{ text: B, language: en }], reason: test }
              - { id: c, kind: polity, names: [{ text: C, language: en }], reason: test }
            """
        );
    }

    public void Dispose() => events.Dispose();

    [Fact]
    public async Task A_source_is_not_made_to_say_the_same_twice()
    {
        Facts(
            Recognition("first", "b", "1992", Cites("It was recognised by B in 1992.")),
            Recognition("second", "b", "1992", Cites("recognised by B in 1992"))
        );

        await ShouldRefuseAsync("'second' says the same as 'first'");
    }

    [Theory]
    [InlineData("c", "1992", "text")]
    [InlineData("b", "1993", "text")]
    [InlineData("b", "1992-05", "text")]
    [InlineData("b", "1991/1993", "text")]
    [InlineData("b", "1992", "excerpt")]
    [InlineData("{ unnamed: a state }", "1992", "text")]
    public async Task Another_party_date_or_source_or_an_unnamed_one_is_another_fact(string actor, string date, string source)
    {
        var cites = source == "text" ? Cites("It was recognised by B in 1992.") : "{ source: excerpt, quote: recognised by B }";
        Facts(
            Recognition("first", actor.StartsWith('{') ? actor : "b", "1992", Cites("It was recognised by B in 1992.")),
            Recognition("second", actor, date, cites)
        );

        await ShouldPassAsync();
    }

    [Fact]
    public async Task A_quote_that_stands_twice_needs_the_words_around_it()
    {
        Facts(Recognition("first", "b", "1992", Cites("It was recognised by")));
        await ShouldRefuseAsync("the quote occurs at 40, 72; add the words right before or after it");

        Facts(Recognition("first", "b", "1992", Cites("It was recognised by", ", suffix: \" B in\"")));
        await ShouldPassAsync();
    }

    [Fact]
    public async Task A_passage_index_is_that_of_the_text()
    {
        Facts(Recognition("first", "b", "1992", Cites("It was recognised by B in 1992.")));
        var (_, index) = await LedgerVerb.RunAsync(null, "passages", snapshot);
        index.Split('\n').Count(line => line.Contains("start:")).ShouldBe(4);
        Index(index);
        await ShouldPassAsync();

        Index(index.Replace("start: 14, length: 25", "start: 14, length: 24", StringComparison.Ordinal));
        await ShouldRefuseAsync("the index does not match the text");

        Index(index.Replace("start: 14, length: 25", "start: 12, length: 25", StringComparison.Ordinal));
        await ShouldRefuseAsync("the passage overlaps the one before it");

        Index(index.Replace(digest, new string('0', 64), StringComparison.Ordinal));
        await ShouldRefuseAsync("has no snapshot with this digest");
    }

    [Fact]
    public async Task A_passage_is_not_both_cited_and_left_out()
    {
        Facts(Recognition("first", "b", "1992", Cites("It was recognised by B in 1992.")));
        var (_, index) = await LedgerVerb.RunAsync(null, "passages", snapshot);
        Index(Because(index, 40, "no reason"));

        await ShouldRefuseAsync("'first' cites this passage");
    }

    [Fact]
    public async Task Coverage_fails_until_every_passage_is_cited_or_left_out_with_a_reason()
    {
        Facts(
            Recognition("first", "b", "1992", Cites("It was recognised by B in 1992.")),
            Recognition("second", "c", "1993", Cites("recognised by C in 1993."))
        );
        var (_, index) = await LedgerVerb.RunAsync(null, "passages", snapshot);
        Index(Because(index, 0, "a heading"));

        var (exitCode, output) = await LedgerVerb.RunAsync(null, "coverage", "text", "--events", events.Folder, "--snapshot", snapshot);
        exitCode.ShouldBe(1);
        output.Split('\n')[0].Trim().ShouldBe("14–39     A was proclaimed in 1991.");
        output.ShouldContain("text: 4 passages, 2 cited, 1 not recorded, 1 uncovered.");

        Index(Because(Because(index, 0, "a heading"), 14, "said elsewhere"));
        (await LedgerVerb.RunAsync(null, "coverage", "text", "--events", events.Folder)).ExitCode.ShouldBe(0);
        (await LedgerVerb.RunAsync(null, "coverage", "excerpt", "--events", events.Folder)).Output.ShouldContain("has no passage index");
        (await LedgerVerb.RunAsync(null, "coverage", "nothing", "--events", events.Folder)).Output.ShouldContain("No batch archives");
    }

    [Theory]
    [InlineData("type: fact-retracted, fact: nothing, reason: test", "there is no earlier entry 'nothing'")]
    [InlineData("type: fact-retracted, fact: change, reason: test", "there is no earlier entry 'change'")]
    [InlineData(
        "type: fact-corrected, fact: first, reason: test, content: { type: state-proclaimed, date: \"1991\" }",
        "the fact has no citation"
    )]
    [InlineData(
        "type: claim-preferred, claim: \"a/recognition-by/b@excerpt\", over: [\"a/recognition-by/b@text\"], reason: test, citations: [{ source: excerpt, quote: so }]",
        "'a/recognition-by/b@excerpt' is not a claim, attestation or denial of the episode"
    )]
    [InlineData(
        "type: claim-preferred, claim: \"a/recognition-by/x@text\", over: [other], reason: test, citations: [{ source: excerpt, quote: so }]",
        "there are no claims like 'a/recognition-by/x@text'"
    )]
    public async Task What_an_entry_is_about_must_be_there(string change, string message)
    {
        Facts(Recognition("first", "b", "1992", Cites("It was recognised by B in 1992.")), $"  - {{ id: change, {change} }}");

        await ShouldRefuseAsync(message);
    }

    [Fact]
    public async Task A_released_batch_may_not_change()
    {
        Facts(Recognition("first", "b", "1992", Cites("It was recognised by B in 1992.")));
        var folder = Path.Combine(events.Folder, "a", "0001-first");
        Close("a/0001-first", Sha256SumOf(folder));
        await ShouldPassAsync();

        Facts(Recognition("first", "b", "1993", Cites("It was recognised by B in 1992.")));
        await ShouldRefuseAsync("the batch is released and closed");

        Close("a/0002-second", Sha256SumOf(folder));
        await ShouldRefuseAsync("the released batch 'a/0002-second' is not there");
    }

    /// <summary>What <c>sha256sum * | sha256sum</c> prints in a folder.</summary>
    private static string Sha256SumOf(string folder) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Concat(
                        Directory
                            .EnumerateFiles(folder)
                            .Order(StringComparer.Ordinal)
                            .Select(file =>
                                $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}  {Path.GetFileName(file)}\n"
                            )
                    )
                )
            )
        );

    private static string Recognition(string id, string actor, string date, string citation) =>
        $"  - {{ id: {id}, type: recognition-passed, date: \"{date}\", actor: {actor}, level: state, citations: [{citation}] }}";

    private static string Cites(string quote, string more = "")
    {
        var start = Text.IndexOf(quote, StringComparison.Ordinal);
        return $"{{ source: text, quote: \"{quote}\", start: {start}, end: {start + quote.Length}{more} }}";
    }

    private static string Because(string index, int start, string reason) =>
        string.Join(
            '\n',
            index
                .Split('\n')
                .Select(line =>
                    line.Contains(string.Create(CultureInfo.InvariantCulture, $"start: {start},"))
                        ? line.Replace(" }", $", notRecorded: {reason} }}", StringComparison.Ordinal)
                        : line
                )
        );

    private void Facts(params string[] facts) => events.Write("a", "0001-first", "facts.yaml", "facts:\n" + string.Join('\n', facts));

    private void Index(string index) => events.Write("a", "0001-first", "passages.yaml", "passages:\n  - id: text\n" + index);

    private void Close(string batch, string sha256) =>
        File.WriteAllText(Path.Combine(events.Folder, "closed-batches.sha256"), $"{sha256}  {batch}\n");

    private async Task ShouldRefuseAsync(string message)
    {
        var (exitCode, output) = await LedgerVerb.RunAsync(null, "check", events.Folder, "--snapshot", snapshot);
        output.ShouldContain(message);
        exitCode.ShouldBe(1);
    }

    private async Task ShouldPassAsync()
    {
        var (exitCode, output) = await LedgerVerb.RunAsync(null, "check", events.Folder, "--snapshot", snapshot);
        output.ShouldContain("no problems");
        exitCode.ShouldBe(0);
    }
}
