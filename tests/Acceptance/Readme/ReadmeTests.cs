using System.Text.Json;
using System.Text.RegularExpressions;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Readme;

/// <summary>Runs every command of the README and the guides that stands alone, and compares what it prints with what is shown; … stands for anything.</summary>
public sealed partial class ReadmeTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private const string Compose = "docker compose ";
    private const string Program = "dotnet run -c Release --project src/ArtsakhLedger";

    private static readonly Document Batches = Document.Guide("Add-a-batch");

    public static TheoryData<string, string, string, string> Samples
    {
        get
        {
            var samples = new TheoryData<string, string, string, string>();
            foreach (var section in Document.All.SelectMany(document => document.Sections).Except(TypedSections.All))
            {
                var blocks = section.Blocks;
                for (var i = 0; i < blocks.Count; i++)
                {
                    if (blocks[i].Language == "sh")
                    {
                        var (language, sample) = i + 1 < blocks.Count && blocks[i + 1].Language != "sh" ? blocks[i + 1] : ("", "");
                        samples.Add(section.Document, blocks[i].Text.Trim(), language, sample);
                    }
                }
            }

            return samples;
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Every_command_does_what_the_README_and_the_guides_show(
        string document,
        string command,
        string language,
        string sample
    )
    {
        if (command is Program or "dotnet test -c Release")
        {
            // The first is started by the tests under Serving, the second is what runs this; both stand in the build's own script too.
            File.ReadAllText(Path.Combine(Repository.Root, ".ci", "run")).ShouldContain(command);
            return;
        }

        if (command.Contains(Compose, StringComparison.Ordinal))
        {
            // Typed by the operator among the strangers.
            var script = await File.ReadAllTextAsync(
                Path.Combine(Repository.Root, "tests", "Strangers", "operator.sh"),
                TestContext.Current.CancellationToken
            );
            command.Split('\n').ShouldAllBe(line => script.Contains(line));
            return;
        }

        sample.ShouldNotBeEmpty($"'{command}' of {document} has no sample answer");
        if (Curl().Match(command) is { Success: true } curl)
        {
            var result = await ledger.Host.Scenario(scenario =>
            {
                scenario.Get.Url(new Uri(curl.Groups["address"].Value).PathAndQuery);
                if (curl.Groups["accept"] is { Success: true, Value: var accept })
                {
                    scenario.WithRequestHeader("Accept", accept);
                }

                scenario.IgnoreStatusCode();
            });
            var answer = await result.ReadAsTextAsync();
            if (language == "json")
            {
                ShownAnswer.ShouldFit(JsonDocument.Parse(answer).RootElement, JsonDocument.Parse(sample).RootElement, "$");
            }
            else
            {
                ShownAnswer.ShouldPrint(answer, sample);
            }
        }
        else
        {
            command.ShouldStartWith($"{Program} -- ");
            var (exitCode, output) = await LedgerProgram.RunInAsync(
                TypedShell.On(ledger.ConnectionString),
                ShellWords.Of(command[(Program.Length + 4)..])
            );
            exitCode.ShouldBe(0, output);
            ShownAnswer.ShouldPrint(output, sample);
        }
    }

    [Fact]
    public void The_fact_shown_in_the_guide_is_one_of_the_record()
    {
        var shown = Batches
            .Sections.SelectMany(section => section.Blocks)
            .Single(block => block.Text.StartsWith("facts:\n", StringComparison.Ordinal));
        File.ReadAllText(Path.Combine(Repository.Events, "artsakh", "0001-article", "ministers.yaml"))
            .ShouldContain(shown.Text["facts:\n".Length..]);
    }

    [Fact]
    public async Task The_batch_that_the_guide_shows_passes_the_check()
    {
        using var events = TemporaryEvents.CopyOfTheRecord();
        var files = BatchFiles().Matches(Batches.Text);
        files.Count.ShouldBe(2);
        foreach (Match file in files)
        {
            events.Write("artsakh", file.Groups["batch"].Value, file.Groups["file"].Value, file.Groups["text"].Value);
        }

        var (exitCode, output) = await LedgerProgram.RunAsync(null, "check", events.Folder);
        output.ShouldContain("in 5 batches, no problems");
        exitCode.ShouldBe(0);
    }

    [GeneratedRegex(
        @"^```yaml\n# events/artsakh/(?<batch>[\w-]+)/(?<file>[\w-]+\.yaml)\n(?<text>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex BatchFiles();

    [GeneratedRegex("^curl (-H 'Accept: (?<accept>[^']+)' )?'(?<address>[^']+)'$", RegexOptions.ExplicitCapture)]
    private static partial Regex Curl();
}
