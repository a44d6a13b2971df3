using System.Text.Json.Nodes;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Sources;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Facts;

/// <summary>An answer about a fact never grows with the text of a source.</summary>
public sealed class FactContentTests
{
    private static readonly Snapshot Text = new()
    {
        Sha256 = new('a', 64),
        Length = 40_000,
        Passages =
        [
            .. Enumerable
                .Range(0, Snapshot.MaximumPassages)
                .Select(i => new Passage
                {
                    Start = 2 * i,
                    Length = 1,
                    Sha256 = new('b', 64),
                }),
        ],
    };

    private static readonly SourceArchived Source = new()
    {
        Id = "source-gazette",
        Source = "gazette",
        Csl = new JsonObject { ["title"] = "A gazette" },
        Snapshots = [Text, Text with { Sha256 = new('c', 64), Passages = [] }],
        Reason = "a test",
    };

    public static TheoryData<string> Facts => ["snapshot", "source", "correction"];

    [Theory]
    [MemberData(nameof(Facts))]
    public void Passages_are_counted_and_not_listed(string kind)
    {
        var fact = FactOf(kind);
        var content = FactContent.Of(fact);

        content.ToJsonString().Length.ShouldBeLessThan(1_000);
        var counted = kind switch
        {
            "snapshot" => content["snapshot"],
            "source" => content["snapshots"]![0],
            _ => content["content"]!["snapshots"]![0],
        };
        counted!["passages"]!.GetValue<int>().ShouldBe(Snapshot.MaximumPassages);
        counted["length"]!.GetValue<int>().ShouldBe(40_000);
        Source.Snapshots[0].Passages.Count.ShouldBe(Snapshot.MaximumPassages);
    }

    private static Fact FactOf(string kind) =>
        kind switch
        {
            "snapshot" => new SnapshotArchived
            {
                Id = "snapshot-gazette",
                Source = "gazette",
                Snapshot = Text,
            },
            "source" => Source,
            _ => new FactCorrected
            {
                Id = "source-gazette-corrected",
                Target = "source-gazette",
                Content = Source,
                Reason = "a slip",
            },
        };
}
