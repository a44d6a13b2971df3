using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Import;

/// <summary>What a person who edits the record is told.</summary>
public sealed class CheckTests
{
    private static readonly string Ministers = Path.Combine("artsakh", "0001-article", "ministers.yaml");
    private static readonly string Entities = Path.Combine("artsakh", "0001-article", "entities.yaml");

    [Fact]
    public async Task The_record_itself_has_no_problem()
    {
        var (exitCode, output) = await LedgerVerb.RunAsync(null, "check", Repository.Events);

        output.ShouldContain("no problems. ");
        output.ShouldNotContain("warning");
        exitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_disagreement_names_facts_that_are_there()
    {
        using var events = TemporaryEvents.CopyOfTheRecord();
        events.Replace(
            Path.Combine("artsakh", "0004-preferences", "disagreements.yaml"),
            "facts: [colorado-house-recognition, colorado-senate-recognition]",
            "facts: [colorado-house-recognition, nothing-of-the-kind]"
        );

        var (exitCode, output) = await LedgerVerb.RunAsync(null, "check", events.Folder);

        exitCode.ShouldBe(1);
        output.ShouldContain("there is no earlier entry 'nothing-of-the-kind'");
    }

    [Fact]
    public async Task What_is_likely_to_be_wrong_is_warned_of_with_its_place_until_an_editor_has_looked()
    {
        using var events = TemporaryEvents.CopyOfTheRecord();
        var recognitions = Path.Combine("artsakh", "0002-other-sources", "recognitions.yaml");
        events.Replace(recognitions, "checked: \"Both chambers adopted it.\"", "subject: \"territorial integrity\"");

        var (exitCode, output) = await LedgerVerb.RunAsync(null, "check", events.Folder);

        output.ShouldMatch($"warning: {recognitions}:[0-9]+: .*a quote says “Senate” beside an act of a state");
        output.ShouldContain("no problems, 1 warning.");
        exitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("type: minister-appointed", "type: minister-apointed", "there is no type of fact 'minister-apointed'")]
    [InlineData("date: \"1993/1997\"", "date: \"1993/19997x\"", "EDTF")]
    [InlineData("date: \"1993/1997\"", "date: \"1997/1993\"", "EDTF")]
    [InlineData("date: \"1993/1997\"", "dat: \"1993/1997\"", "there is no field 'dat'")]
    [InlineData("person: arkadi-ghukasyan", "person: arkady-ghukasyan", "the entity 'arkady-ghukasyan' is not described")]
    [InlineData("id: naira-melkumian-foreign-minister", "id: arkadi-ghukasyan-foreign-minister", "already the id of the entry")]
    [InlineData("id: arkadi-ghukasyan-foreign-minister", "id: Arkadi Ghukasyan", "is not a valid id")]
    [InlineData("source: wikipedia-foreign-relations-of-artsakh", "source: wikipaedia", "the source 'wikipaedia' is not archived")]
    [InlineData("1993–1997: Arkadi Ghukasyan", "1993–1997: Arkadi Gukasyan", "do not fit a quote")]
    public async Task A_slip_is_found_with_its_file_and_line(string right, string wrong, string message)
    {
        using var events = TemporaryEvents.CopyOfTheRecord();
        var line = events.Replace(Ministers, right, wrong);

        var (exitCode, output) = await LedgerVerb.RunAsync(null, "check", events.Folder);

        exitCode.ShouldBe(1);
        output.ShouldContain($"{Ministers}:{line}: ");
        output.ShouldContain(message);
    }

    [Fact]
    public async Task Yaml_that_does_not_parse_is_named_with_its_line()
    {
        using var events = TemporaryEvents.CopyOfTheRecord();
        var line = events.Replace(Ministers, "person: arkadi-ghukasyan", "person: [arkadi-ghukasyan");

        var (exitCode, output) = await LedgerVerb.RunAsync(null, "check", events.Folder);

        exitCode.ShouldBe(1);
        output.ShouldContain("this is not YAML");
        output
            .Split('\n')
            .ShouldContain(problem =>
                problem.StartsWith($"{Ministers}:", StringComparison.Ordinal) && int.Parse(problem.Split(':')[1]) - line < 3
            );
    }

    [Fact]
    public async Task All_problems_of_all_files_are_told_at_once()
    {
        using var events = TemporaryEvents.CopyOfTheRecord();
        var first = events.Replace(Ministers, "date: \"1993/1997\"", "date: \"soon\"");
        var second = events.Replace(Ministers, "date: \"2002/2004\"", "date: \"later\"");
        var third = events.Replace(Entities, "kind: person", "kind: persom");

        var (_, output) = await LedgerVerb.RunAsync(null, "check", events.Folder);

        output.ShouldContain($"{Ministers}:{first}: ");
        output.ShouldContain($"{Ministers}:{second}: ");
        output.ShouldContain($"{Entities}:{third}: ");
    }

    [Fact]
    public async Task A_fact_without_a_citation_and_a_quote_that_is_too_long_are_refused()
    {
        using var events = new TemporaryEvents();
        events.Write(
            "somewhere",
            "0001-first",
            "all.yaml",
            $$"""
            entities:
              - { id: somewhere, kind: polity, names: [{ text: Somewhere, language: en }], reason: test }
            sources:
              - { id: a-book, csl: { type: book, title: A book }, excerptOnly: true, reason: test }
            facts:
              - id: uncited
                type: state-proclaimed
                date: "1991"
              - id: long-quote
                type: state-dissolved
                date: "2024-01-01"
                citations:
                  - source: a-book
                    quote: "{{string.Join(' ', Enumerable.Repeat("word", 31))}}"
            """
        );

        var (exitCode, output) = await LedgerVerb.RunAsync(null, "check", events.Folder);

        exitCode.ShouldBe(1);
        output.ShouldContain("all.yaml:6: the fact has no citation");
        output.ShouldContain("all.yaml:14: the quote has 31 words");
    }

    [Fact]
    public async Task With_its_snapshot_a_quote_is_checked_to_the_code_point()
    {
        const string text = "Somewhere was 🏛 proclaimed in 1991. It was proclaimed again.";
        using var events = new TemporaryEvents();
        var snapshot = Path.Combine(events.Folder, "text.txt");
        await File.WriteAllTextAsync(snapshot, text, TestContext.Current.CancellationToken);
        var sha = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(snapshot, TestContext.Current.CancellationToken))
        );
        string Batch(string quote, int start) =>
            $$"""
                entities:
                  - { id: somewhere, kind: polity, names: [{ text: Somewhere, language: en }], reason: test }
                sources:
                  - { id: a-text, csl: { type: document, title: A text }, snapshots: [{ sha256: {{sha}}, length: 59 }], reason: test }
                facts:
                  - id: proclaimed
                    type: state-proclaimed
                    date: "1991"
                    citations:
                      - { source: a-text, quote: "{{quote}}", start: {{start}}, end: {{start + quote.Length}} }
                """;

        events.Write("somewhere", "0001-first", "all.yaml", Batch("proclaimed in 1991", 16));
        (await LedgerVerb.RunAsync(null, "check", events.Folder, "--snapshot", snapshot)).ShouldBe(
            (0, "3 entries in 1 batch, no problems. Quotes: 1 exact.\n")
        );

        events.Write("somewhere", "0001-first", "all.yaml", Batch("proclaimed in 1991", 17));
        (await LedgerVerb.RunAsync(null, "check", events.Folder, "--snapshot", snapshot)).Output.ShouldContain("it is at 16");

        events.Write("somewhere", "0001-first", "all.yaml", Batch("Proclaimed in 1991", 16));
        (await LedgerVerb.RunAsync(null, "check", events.Folder, "--snapshot", snapshot)).Output.ShouldContain("copy the words exactly");
    }
}
