using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Export;

public sealed class BundleTests(BundleFixture exported) : IClassFixture<BundleFixture>
{
    private const string Dissolved = "artsakh-dissolved";

    [Fact]
    public async Task A_bundle_is_verified_without_a_database_against_a_checkpoint_kept_elsewhere()
    {
        var (exitCode, report) = await VerifyAsync(exported.File, "--checkpoint", exported.KeptCheckpoint);

        exitCode.ShouldBe(0, report.GetRawText());
        report.GetProperty("fits").GetBoolean().ShouldBeTrue();
        report.GetProperty("size").GetInt64().ShouldBe(exported.Size);
        report.GetProperty("rows").GetInt64().ShouldBe(exported.Size);
        report
            .GetProperty("checkpoints")
            .EnumerateArray()
            .Select(checkpoint => checkpoint.GetProperty("name").GetString())
            .ShouldBe([$"{exported.File}, checkpoint", exported.KeptCheckpoint]);
        report.GetProperty("quotes").GetProperty("exact").GetInt32().ShouldBe(1, "the quote of the text that is in the bundle");
    }

    [Fact]
    public async Task Without_the_texts_quotes_are_not_checked_and_no_text_is_in_the_bundle()
    {
        var file = $"{exported.File}.without";
        var (exitCode, output) = await LedgerVerb.RunAsync(exported.ConnectionString, "export", "--bundle", file);
        exitCode.ShouldBe(0, output);

        using (var archive = await ZipFile.OpenReadAsync(file, TestContext.Current.CancellationToken))
        {
            archive.Entries.Select(entry => entry.FullName).ShouldBe(["bundle.json", "checkpoint", "events.ndjson", "facts.ndjson"]);
        }

        var (_, report) = await VerifyAsync(file);
        report.GetProperty("fits").GetBoolean().ShouldBeTrue();
        report.GetProperty("quotes").GetProperty("exact").GetInt32().ShouldBe(0);

        var again = await LedgerVerb.RunAsync(exported.ConnectionString, "export", "--bundle", file);
        again.ExitCode.ShouldBe(1, "a file that is there is never overwritten");
        File.Exists($"{file}.part").ShouldBeFalse();
    }

    [Fact]
    public Task A_byte_of_an_event_changed_is_named() =>
        IsCaughtAsync(
            bundle => bundle.ChangeFact(Dissolved, line => line["event"]!["body"]!["date"] = "2024-01-02"),
            Dissolved,
            "what its event says is not what was recorded"
        );

    [Fact]
    public Task An_event_taken_out_is_named() =>
        IsCaughtAsync(bundle => bundle.ChangeFact(Dissolved, line => line.Remove("event")), Dissolved, "not in the event store");

    [Fact]
    public async Task A_position_taken_out_leaves_a_gap_that_is_named()
    {
        using var bundle = new TamperedBundle(exported.File);
        bundle.ChangeLines("events.ndjson", lines => [.. lines[..99], .. lines[100..]]);

        (await FirstMismatchAsync(bundle)).GetProperty("position").GetInt64().ShouldBe(100);
    }

    [Fact]
    public async Task The_last_positions_taken_out_are_missed()
    {
        using var bundle = new TamperedBundle(exported.File);
        bundle.ChangeLines("events.ndjson", lines => lines[..200]);

        (await FirstMismatchAsync(bundle))
            .GetProperty("what")
            .GetString()!
            .ShouldContain($"from a log of {exported.Size} entries, and this one has 200");
    }

    [Fact]
    public Task Two_events_that_changed_places_are_named() =>
        IsCaughtAsync(
            bundle =>
                bundle.ChangeLines(
                    "events.ndjson",
                    lines =>
                    {
                        var (one, other) = (JsonNode.Parse(lines[49])!, JsonNode.Parse(lines[59])!);
                        (one["event"], other["event"]) = (other["event"]!.DeepClone(), one["event"]!.DeepClone());
                        (lines[49], lines[59]) = (one.ToJsonString(), other.ToJsonString());
                        return lines;
                    }
                ),
            null,
            "its event has the position 60"
        );

    [Fact]
    public async Task Two_whole_positions_that_changed_places_are_named()
    {
        using var bundle = new TamperedBundle(exported.File);
        bundle.ChangeLines(
            "events.ndjson",
            lines =>
            {
                (lines[49], lines[59]) = (lines[59], lines[49]);
                return lines;
            }
        );

        (await FirstMismatchAsync(bundle)).GetProperty("position").GetInt64().ShouldBe(50);
    }

    [Fact]
    public Task An_event_dated_back_is_named() =>
        IsCaughtAsync(
            bundle =>
                bundle.ChangeFact(
                    Dissolved,
                    line =>
                    {
                        line["recordedAt"] = "2020-01-01T00:00:00+00:00";
                        line["event"]!["timestamp"] = "2020-01-01T00:00:00+00:00";
                    }
                ),
            Dissolved,
            "recordedAt is 2020-01-01"
        );

    [Fact]
    public Task A_row_of_the_read_model_altered_is_named() =>
        IsCaughtAsync(
            bundle =>
                bundle.ChangeLines(
                    "facts.ndjson",
                    lines =>
                        lines.Select(line =>
                            line.Contains($"\"fact\":\"{Dissolved}\",\"type\":\"state-dissolved\"", StringComparison.Ordinal)
                                ? line.Replace("2024-01-01", "2024-01-02", StringComparison.Ordinal)
                                : line
                        )
                ),
            Dissolved,
            "different body from its event"
        );

    [Fact]
    public async Task A_snapshot_altered_is_named()
    {
        using var bundle = new TamperedBundle(exported.File);
        string name;
        using (var archive = await ZipFile.OpenReadAsync(bundle.File, TestContext.Current.CancellationToken))
        {
            name = archive.Entries.Single(entry => entry.FullName.StartsWith("snapshots/", StringComparison.Ordinal)).FullName;
        }

        bundle.Change(name, text => text.Replace("5 May", "6 May", StringComparison.Ordinal));

        (await FirstMismatchAsync(bundle)).GetProperty("what").GetString()!.ShouldContain("is not the text that was archived");
    }

    [Fact]
    public async Task A_history_rewritten_without_the_key_fails_by_the_signature()
    {
        using var bundle = new TamperedBundle(exported.File);
        bundle.Change("checkpoint", text => text.Replace($"\n{exported.Size}\n", $"\n{exported.Size - 1}\n", StringComparison.Ordinal));

        var (exitCode, output) = await LedgerVerb.RunAsync(null, "verify", bundle.File);

        exitCode.ShouldBe(1);
        output.ShouldContain("is not one of this text");
    }

    [Fact]
    public async Task A_whole_history_rewritten_with_the_key_is_caught_only_by_a_checkpoint_kept_elsewhere()
    {
        using var bundle = new TamperedBundle(exported.File);
        bundle.ChangeFact(Dissolved, line => line["event"]!["body"]!["note"] = "another note");
        bundle.ChangeLines(
            "facts.ndjson",
            lines =>
                lines
                    .Select(line =>
                    {
                        var row = JsonNode.Parse(line)!.AsObject();
                        if (row["fact"]!.ToString() == Dissolved)
                        {
                            var body = JsonNode.Parse(row["body"]!.GetValue<string>())!;
                            body["note"] = "another note";
                            row["body"] = body.ToJsonString();
                        }

                        return row.ToJsonString();
                    })
                    .ToList()
        );
        bundle.RebuildLog(exported.KeyFile);

        (await VerifyAsync(bundle.File)).ExitCode.ShouldBe(0, "whoever owns database and key can rebuild all of it");
        (await FirstMismatchAsync(bundle, "--checkpoint", exported.KeptCheckpoint))
            .GetProperty("what")
            .GetString()!
            .ShouldContain("another history");
    }

    [Theory]
    [InlineData("{", "cannot be read")]
    [InlineData("[]", "cannot be read")]
    [InlineData("""{"position":57}""", "cannot be read")]
    public async Task A_line_that_cannot_be_read_is_named(string line, string what)
    {
        using var bundle = new TamperedBundle(exported.File);
        bundle.ChangeLines("events.ndjson", lines => [.. lines[..56], line, .. lines[57..]]);

        var wrong = await FirstMismatchAsync(bundle);
        (wrong.GetProperty("position").GetInt64(), wrong.GetProperty("what").GetString()).ShouldSatisfyAllConditions(
            one => one.Item1.ShouldBe(57),
            one => one.Item2!.ShouldContain(what)
        );
    }

    [Fact]
    public async Task What_is_no_bundle_is_refused_in_a_sentence()
    {
        var (exitCode, output) = await LedgerVerb.RunAsync(null, "verify", exported.KeptCheckpoint);

        exitCode.ShouldBe(1);
        output.ShouldStartWith($"{exported.KeptCheckpoint} cannot be used as a bundle: ");
        output.ShouldNotContain("   at ");
    }

    private async Task IsCaughtAsync(Action<TamperedBundle> tamper, string? fact, string what)
    {
        using var bundle = new TamperedBundle(exported.File);
        tamper(bundle);

        var wrong = await FirstMismatchAsync(bundle);
        wrong.GetProperty("what").GetString()!.ShouldContain(what);
        if (fact is not null)
        {
            wrong.GetProperty("fact").GetString().ShouldBe(fact);
        }
    }

    private static async Task<JsonElement> FirstMismatchAsync(TamperedBundle bundle, params string[] further)
    {
        var (exitCode, report) = await VerifyAsync(bundle.File, further);
        exitCode.ShouldBe(1);
        report.GetProperty("fits").GetBoolean().ShouldBeFalse();
        return report.GetProperty("firstMismatch");
    }

    private static async Task<(int ExitCode, JsonElement Report)> VerifyAsync(string file, params string[] further)
    {
        var (exitCode, output) = await LedgerVerb.RunAsync(null, ["verify", file, "--json", .. further]);
        return (exitCode, output.StartsWith('{') ? JsonDocument.Parse(output).RootElement : throw new InvalidOperationException(output));
    }
}
