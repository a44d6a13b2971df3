using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Contract;

/// <summary>Which rooms of the sources name which (the guide "Architecture").</summary>
public sealed class RoomsTests
{
    /// <summary>What the record is made of: a fact can be any of its kinds, and each of them is a fact.</summary>
    private static readonly string[] Record =
    [
        "Facts",
        "Completeness",
        "Contacts",
        "Memberships",
        "Ministers",
        "Offices",
        "Parliaments",
        "Recognitions",
        "Sport",
        "State",
        "Towns",
        "Travel",
        "Entities",
        "Sources",
        "Corrections",
        "Preferences",
        "Episodes",
        "Ledger",
        "Log",
    ];

    /// <summary>What requests that write have in common, and the rooms that have such requests.</summary>
    private static readonly string[] Writing = ["Recording", "DryRuns", "Batches", "Entities", "Sources", "Corrections", "Preferences"];

    /// <summary>From the top down.</summary>
    private static readonly string[][] Floors =
    [
        ["Serving", "CommandLine", "Guides", "Pages", "Health"],
        ["Recording", "DryRuns", "Batches", "Import", "Verification", "Export"],
        ["StateAsOf", "Relations", "Timeline", "Changes", "Contradictions", "InFull", "Provenance", "Polities", "Feed"],
        Record,
        ["Http", "Dates", "Access", "Limits"],
        ["RulesOfTime", "Embedded", "Telemetry", "Unicode"],
    ];

    /// <summary>An answer says at which position of the ledger it holds, and a source is asked for what cites it.</summary>
    private static readonly (string From, string To)[] Up = [("Http", "Ledger"), ("Sources", "StateAsOf")];

    private static readonly Rooms Rooms = Rooms.Read(Path.Combine(Repository.Root, "src", "ArtsakhLedger"));

    [Theory]
    [InlineData("RulesOfTime")]
    [InlineData("Embedded")]
    [InlineData("Telemetry")]
    [InlineData("Unicode")]
    public void A_room_at_the_bottom_names_no_other(string room) => Rooms.NamedBy(room).ShouldBeEmpty();

    [Fact]
    public void What_answers_are_made_of_knows_the_ledger_and_no_feature() => Rooms.NamedBy("Http").ShouldBe(["Ledger"]);

    [Theory]
    [InlineData("Pages", "Guides", "Serving")]
    [InlineData("Guides", "Serving")]
    [InlineData("CommandLine")]
    [InlineData("Serving", "CommandLine", "Health")]
    public void A_room_at_the_top_is_named_by_nobody_below(string room, params string[] naming) => Rooms.Naming(room).ShouldBe(naming);

    [Fact]
    public void Every_room_stands_on_a_floor() => Floors.SelectMany(floor => floor).Order(StringComparer.Ordinal).ShouldBe(Rooms.All);

    [Fact]
    public void Arrows_go_down_but_for_requests_that_write_and_two_more() =>
        Rooms
            .Arrows()
            .Where(arrow => FloorOf(arrow.To) < FloorOf(arrow.From) && !(Writing.Contains(arrow.From) && Writing.Contains(arrow.To)))
            .ShouldBe(Up);

    [Fact]
    public void Rooms_need_each_other_only_within_the_record_and_within_writing() =>
        Rooms
            .Arrows()
            .Intersect(Rooms.Arrows().Select(arrow => (From: arrow.To, To: arrow.From)))
            .Where(arrow =>
                !(Record.Contains(arrow.From) && Record.Contains(arrow.To)) && !(Writing.Contains(arrow.From) && Writing.Contains(arrow.To))
            )
            .ShouldBeEmpty();

    private static int FloorOf(string room) => Array.FindIndex(Floors, floor => floor.Contains(room));
}
