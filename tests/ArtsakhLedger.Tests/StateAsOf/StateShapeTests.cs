using System.Text.Json.Nodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using Edtf;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.StateAsOf;

/// <summary>The shape of a state, entry by entry, over the whole record (INTERFACES, section 3).</summary>
[OnEveryPostgres]
public sealed class StateShapeTests(LedgerFixture ledger) : IClassFixture<LedgerFixture>
{
    private static readonly string[] Rules = ["claim", "attestation", "rival", "life", "seat", "denial", "record-date"];
    private static readonly string[] Marks = ["undated", "outsidePolity", "inferred"];

    public static TheoryData<string> Dates =>
        ["1991-09-02", "1993-06-01", "2006-11-16", "2012-10-15", "2016-03-29", "2023-10-01", "2024-06-15", "2011", "2013-02/2013-04"];

    [Theory]
    [MemberData(nameof(Dates))]
    public async Task An_answer_and_its_entries_have_the_members_of_the_contract(string on)
    {
        var state = await StateAsync(on);
        var isDay = on.Length == 10;
        NamesOf(state)
            .ShouldBe(
                ["polity", "on", "knownAt", "existence", .. isDay ? ["unchanged"] : Array.Empty<string>(), "entries", "self"],
                ignoreOrder: true
            );
        NamesOf(state["existence"]!)
            .ShouldBe(
                isDay ? ["certainty", .. BasisOf(state["existence"]!), "because"] : ["throughout", "atSomeTime", "because"],
                ignoreOrder: true
            );
        foreach (var entry in Entries(state))
        {
            var what = entry.ToJsonString();
            string[] needed =
            [
                "episode",
                "kind",
                "party",
                "statement",
                .. isDay ? ["certainty", .. BasisOf(entry)] : new[] { "throughout", "atSomeTime" },
                "start",
                "end",
                "because",
                "readings",
                "facts",
            ];
            needed.Except(NamesOf(entry)).ShouldBeEmpty(what);
            NamesOf(entry).Except([.. needed, "lastAttested", .. Marks, "mayBe", "details"]).ShouldBeEmpty(what);
            Marks.Where(mark => entry[mark] is not null).ShouldAllBe(mark => entry[mark]!.GetValue<bool>(), what);
            foreach (var bound in new[] { entry["start"]!, entry["end"]! })
            {
                NamesOf(bound).Except(["edtf"]).ShouldBe(["earliest", "latest", "claims"], what);
                (bound["edtf"] is not null).ShouldBe(bound["claims"]!.AsArray().Count == 1, what);
                bound["claims"]!
                    .AsArray()
                    .ShouldAllBe(claim => NamesOf(claim!).SequenceEqual(new[] { "edtf", "earliest", "latest", "facts", "sources" }), what);
            }

            entry["readings"]!
                .AsArray()
                .ShouldAllBe(reading => reading!["claims"]!.AsArray().Count > 0 && reading["sources"]!.AsArray().Count > 0, what);
            entry["facts"]!.AsArray().ShouldAllBe(fact => fact!.ToString().StartsWith("/facts/"), what);
        }
    }

    /// <summary>What is only possible says why.</summary>
    private static string[] BasisOf(JsonNode values) => values["certainty"]!.ToString() == "possible" ? ["basis"] : [];

    [Theory]
    [MemberData(nameof(Dates))]
    public async Task Whatever_is_only_possible_says_which_rule_bound_date_and_fact_make_it_so(string on)
    {
        var state = await StateAsync(on);
        var facts = new HashSet<string>();
        foreach (var values in Entries(state).Append(state["existence"]!.AsObject()))
        {
            var reasons = values["because"]!.AsArray();
            if ((values["certainty"] ?? values["throughout"] ?? values["atSomeTime"])!.ToString() == "possible")
            {
                reasons.ShouldNotBeEmpty(values.ToJsonString());
            }

            foreach (var reason in reasons)
            {
                reason!["rule"]!.ToString().ShouldBeOneOf(Rules);
                NamesOf(reason).Except(["rule", "bound", "edtf", "fact", "episode"]).ShouldBeEmpty();
                facts.Add(reason["fact"]?.ToString() ?? "artsakh-dissolved");
            }
        }

        foreach (var fact in facts)
        {
            await ledger.GetAsync($"/facts/{fact}");
        }
    }

    [Theory]
    [MemberData(nameof(Dates))]
    public async Task Entries_are_in_the_order_of_kinds_then_of_admissible_starts_then_of_ids(string on)
    {
        var entries = Entries(await StateAsync(on));
        var kinds = EpisodeKind.All.Select(kind => kind.Name).ToList();
        var lastPost = kinds.IndexOf(KnownPost.All[^1].Name);
        entries.Select(Key).ShouldBe(entries.Select(Key).Order(StringComparer.Ordinal));

        // Other posts, which are called as they are, come right after those that are known.
        string Key(JsonObject entry) =>
            string.Join(
                ' ',
                kinds.IndexOf(entry["kind"]!.ToString()) is >= 0 and var place ? $"{place:00}" : $"{lastPost:00}~",
                entry["start"]!["earliest"]?.ToString() ?? "",
                entry["episode"]
            );
    }

    [Fact]
    public void Kinds_are_in_the_order_of_the_table() =>
        EpisodeKind
            .All.Select(kind => kind.Name)
            .ShouldBe([
                "existence",
                "name",
                .. KnownPost.All.Select(post => post.Name),
                "institution",
                "territory",
                "office",
                "hosted-office",
                "recognition-by",
                "recognition-of",
                "diplomatic-relations",
                "membership",
                "convention",
                "visa-waiver",
                "passport-acceptance",
                "twinning",
                "friendship-group",
                "war",
                "sanctions",
            ]);

    [Theory]
    [InlineData("1996-07-15")]
    [InlineData("2006-06-01")]
    [InlineData("2012-10-15")]
    [InlineData("2023-10-01")]
    public async Task A_run_of_unchanged_days_is_the_longest_and_its_bodies_differ_in_the_date_and_the_address_only(string on)
    {
        var run = (await StateAsync(on))["unchanged"]!;
        var (from, until) = (Day.Parse(run["from"]!.ToString()), Day.Parse(run["until"]!.ToString()));
        var body = Dateless(await StateAsync(on));
        Dateless(await StateAsync(from.ToString())).ShouldBe(body);
        Dateless(await StateAsync(until.AddDays(-1).ToString())).ShouldBe(body);
        Held(await StateAsync(from.AddDays(-1).ToString())).ShouldNotBe(Held(await StateAsync(on)));
        Held(await StateAsync(until.ToString())).ShouldNotBe(Held(await StateAsync(on)));
    }

    [Fact]
    public async Task The_batch_that_a_position_lies_in_is_named_and_absent_where_it_lies_in_none()
    {
        (await ledger.Host.QueryAsync("/polities/artsakh/state?on=2006&known-at=0001-article"))["knownAt"]!["batch"]!
            .ToString()
            .ShouldBe("artsakh/0001-article");
        await ledger.Host.ChangeAsync("artsakh-dissolution-agreed", "retractions", """{ "reason": "to be undone" }""");
        await ledger.Host.ChangeAsync("artsakh-dissolution-agreed", "reinstatements", """{ "reason": "undone" }""");
        NamesOf((await StateAsync("2006"))["knownAt"]!).ShouldBe(["position", "recordedAt"]);
    }

    private static string Dateless(JsonNode state)
    {
        state.AsObject().Remove("on");
        state.AsObject().Remove("self");
        return state.ToJsonString();
    }

    private static string Held(JsonNode state) => $"{state["existence"]!.ToJsonString()} {state["entries"]!.ToJsonString()}";

    private static IEnumerable<string> NamesOf(JsonNode node) => node.AsObject().Select(member => member.Key);

    private static List<JsonObject> Entries(JsonNode state) => [.. state["entries"]!.AsArray().Select(entry => entry!.AsObject())];

    private Task<JsonNode> StateAsync(string on) => ledger.Host.QueryAsync($"/polities/artsakh/state?on={on}");
}
