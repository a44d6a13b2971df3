using System.Text.Json.Nodes;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Tests.Corrections;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Sources;

public sealed class FirstSnapshotsTests
{
    [Fact]
    public void Of_a_source_without_a_text_it_is_the_first_that_came()
    {
        var first = Of(Described(), Archived("a"), Archived("b"));

        Enumerable.Range(0, 5).Select(position => first.At(position)).ShouldBe(["a", "a", "a", "a", "a"]);
        Of(Described()).At(1).ShouldBeNull();
        Of().At(1).ShouldBeNull();
    }

    [Fact]
    public void A_correction_changes_it_only_for_what_is_recorded_later()
    {
        var first = Of(Described("a"), Archived("c"), Corrected("slip", Described("b", "a")), Entries.Retracted("undone", "slip"));

        Enumerable.Range(1, 4).Select(position => first.At(position)).ShouldBe(["a", "a", "b", "a"]);
    }

    [Fact]
    public void An_archived_text_that_was_retracted_is_not_the_first()
    {
        var first = Of(Described(), Archived("a"), Archived("b"), Entries.Retracted("slip", "snapshot-a"));

        Enumerable.Range(2, 3).Select(position => first.At(position)).ShouldBe(["a", "a", "b"]);
    }

    private static FirstSnapshots Of(params Fact[] facts) =>
        new SourceRegister(new EntityRegister(Entries.Of(facts))).FirstSnapshotsOf("gazette");

    private static SourceArchived Described(params string[] snapshots) =>
        new()
        {
            Id = "source-gazette",
            Source = "gazette",
            Csl = new JsonObject { ["title"] = "A gazette" },
            Snapshots = [.. snapshots.Select(Snapshot)],
            Reason = "test",
        };

    private static SnapshotArchived Archived(string sha256) =>
        new()
        {
            Id = $"snapshot-{sha256}",
            Source = "gazette",
            Snapshot = Snapshot(sha256),
        };

    private static FactCorrected Corrected(string id, SourceArchived content) =>
        new()
        {
            Id = id,
            Target = "source-gazette",
            Content = content,
            Reason = "a slip",
        };

    private static Snapshot Snapshot(string sha256) => new() { Sha256 = sha256, Length = 1 };
}
