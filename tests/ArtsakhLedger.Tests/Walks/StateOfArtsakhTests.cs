using System.Text.Json;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Walks;

/// <summary>What the article says, asked of the service: answers are taken from the article, not from the program.</summary>
public sealed class StateOfArtsakhTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    [Theory]
    [InlineData("1990-01-01", "no-record")]
    [InlineData("1993-06-01", "possible")]
    [InlineData("1995-06-01", "certain")]
    [InlineData("2006-06-01", "certain")]
    [InlineData("2023-12-31", "certain")]
    [InlineData("2024-01-01", "not")]
    public async Task The_state_exists_as_far_as_the_article_tells(string on, string certainty) =>
        (await StateAsync(on)).GetProperty("existence").GetProperty("certainty").GetString().ShouldBe(certainty);

    [Theory]
    [InlineData("1990-01-01", "")]
    [InlineData("1993-06-01", "arkadi-ghukasyan possible")]
    [InlineData("1995-06-01", "arkadi-ghukasyan certain")]
    [InlineData("1997-06-01", "arkadi-ghukasyan possible, naira-melkumian possible")]
    [InlineData("1997-12-31", "naira-melkumian certain")]
    [InlineData("2006-06-01", "georgy-petrosyan certain")]
    [InlineData("2011-12-31", "vasily-atajanyan certain")]
    [InlineData("2023-06-01", "david-babayan possible, sergey-ghazaryan possible")]
    [InlineData("2023-12-31", "sergey-ghazaryan certain")]
    [InlineData("2024-01-01", "")]
    public async Task The_ministers_are_those_of_the_list(string on, string ministers) =>
        string.Join(
                ", ",
                Entries(await StateAsync(on), "foreign-minister")
                    .Select(entry => $"{Party(entry)} {entry.GetProperty("certainty").GetString()}")
            )
            .ShouldBe(ministers);

    [Fact]
    public async Task The_minister_that_makes_existence_certain_is_named_as_the_reason()
    {
        var because = (await StateAsync("1995-06-01")).GetProperty("existence").GetProperty("because").EnumerateArray().ToList();

        because.ShouldContain(reason =>
            reason.GetProperty("rule").GetString() == "life"
            && reason.GetProperty("bound").GetString() == "start"
            && reason.GetProperty("edtf").GetString() == "1993"
            && reason.GetProperty("episode").GetString() == "artsakh/foreign-minister/arkadi-ghukasyan"
        );
    }

    [Fact]
    public async Task A_term_given_in_years_leaves_its_last_year_open_and_says_why()
    {
        var entry = Entries(await StateAsync("1997-06-01"), "foreign-minister")[0];

        var reason = entry.GetProperty("because").EnumerateArray().ShouldHaveSingleItem();
        reason.GetProperty("rule").GetString().ShouldBe("claim");
        reason.GetProperty("bound").GetString().ShouldBe("end");
        reason.GetProperty("edtf").GetString().ShouldBe("1997");
        reason.GetProperty("fact").GetString().ShouldBe("arkadi-ghukasyan-foreign-minister");
        entry.GetProperty("start").GetProperty("edtf").GetString().ShouldBe("1993");
        entry.GetProperty("end").GetProperty("earliest").GetString().ShouldBe("1997-01-01");
        entry.GetProperty("end").GetProperty("latest").GetString().ShouldBe("1997-12-31");
        entry.GetProperty("lastAttested").GetString().ShouldBe("1996-12-31");
    }

    [Fact]
    public async Task What_lasts_is_only_possible_after_the_disputed_end_of_the_state_for_that_reason()
    {
        var entries = Entries(
            JsonDocument.Parse(await ledger.GetAsync("/polities/artsakh/state?on=2024-06-15")).RootElement,
            "recognition-by"
        );

        entries.Count.ShouldBeGreaterThan(20);
        foreach (var entry in entries)
        {
            entry.GetProperty("certainty").GetString().ShouldBe("possible");
            entry
                .GetProperty("because")
                .EnumerateArray()
                .ShouldContain(
                    reason =>
                        reason.GetProperty("rule").GetString() == "life"
                        && reason.GetProperty("bound").GetString() == "end"
                        && reason.GetProperty("episode").GetString() == "artsakh/existence",
                    entry.GetRawText()
                );
            entry
                .GetProperty("because")
                .EnumerateArray()
                .ShouldAllBe(reason =>
                    reason.GetProperty("rule").GetString() != "claim" || reason.GetProperty("bound").GetString() != "end"
                );
        }
    }

    [Theory]
    [InlineData("2024-01-01")]
    [InlineData("2024-06-01")]
    public async Task After_every_end_that_is_given_the_state_is_possible_because_its_end_is_denied(string on)
    {
        var existence = JsonDocument.Parse(await ledger.GetAsync($"/polities/artsakh/state?on={on}")).RootElement.GetProperty("existence");

        existence.GetProperty("certainty").GetString().ShouldBe("possible");
        InShort(existence)
            .ShouldBe(["rival end 2023-09-28 nkr-1991-2023", "rival end 2024-01-01 artsakh-dissolved", "denial end .. dissolution-denied"]);
    }

    [Theory]
    [InlineData("2001-07-03", "recognition-by", "abkhazia", "south-ossetia", "transnistria")]
    [InlineData("2006-06-01", "recognition-by", "abkhazia", "south-ossetia", "transnistria")]
    [InlineData("2006-06-01", "recognition-of", "south-ossetia", "transnistria")]
    public async Task That_sources_have_the_three_recognitions_by_different_days_is_no_dispute(
        string on,
        string kind,
        params string[] parties
    )
    {
        var recognitions = Entries(JsonDocument.Parse(await ledger.GetAsync($"/polities/artsakh/state?on={on}")).RootElement, kind)
            .Where(entry => parties.Contains(Party(entry)))
            .ToList();

        recognitions.Count.ShouldBe(parties.Length);
        foreach (var recognition in recognitions)
        {
            recognition.GetProperty("certainty").GetString().ShouldBe("possible");
            recognition.GetProperty("readings").GetArrayLength().ShouldBe(1);
            InShort(recognition).ShouldAllBe(reason => reason.StartsWith("claim start "));
        }
    }

    [Fact]
    public async Task Whether_Artsakh_recognised_Abkhazia_by_2006_or_in_2010_is_a_dispute()
    {
        var recognition = Entries(
                JsonDocument.Parse(await ledger.GetAsync("/polities/artsakh/state?on=2008-01-01")).RootElement,
                "recognition-of"
            )
            .Single(entry => Party(entry) == "abkhazia");

        recognition.GetProperty("certainty").GetString().ShouldBe("possible");
        recognition.GetProperty("readings").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Seven_offices_are_possible_and_undated()
    {
        var offices = Entries(await StateAsync("2006-06-01"), "office");

        offices.Select(Party).Order().ShouldBe(["beirut", "berlin", "moscow", "paris", "sydney", "washington", "yerevan"]);
        offices.ShouldAllBe(office =>
            office.GetProperty("certainty").GetString() == "possible" && office.GetProperty("undated").GetBoolean()
        );
        AccreditedTo(offices, "washington").ShouldBe(["Canada"]);
        AccreditedTo(offices, "beirut").ShouldBe(["rest of the Middle East"]);
    }

    [Theory]
    [InlineData("2006-11-16", "possible")]
    [InlineData("2006-11-17", "certain")]
    [InlineData("2023-12-31", "certain")]
    public async Task Three_states_had_recognised_by_17_November_2006(string on, string certainty)
    {
        var recognitions = Entries(await StateAsync(on), "recognition-by")
            .Where(entry => entry.GetProperty("details").GetProperty("level").GetString() == "state")
            .ToList();

        recognitions.Select(Party).Order().ShouldBe(["abkhazia", "south-ossetia", "transnistria"]);
        recognitions.ShouldAllBe(entry =>
            entry.GetProperty("certainty").GetString() == certainty && entry.GetProperty("inferred").GetBoolean()
        );
    }

    [Fact]
    public async Task Recognition_was_mutual() =>
        Entries(await StateAsync("2010-01-01"), "recognition-of")
            .Select(Party)
            .Order()
            .ShouldBe(["abkhazia", "south-ossetia", "transnistria"]);

    [Fact]
    public async Task An_acting_minister_is_shown_as_acting()
    {
        var entry = Entries(await StateAsync("2011-12-31"), "foreign-minister").ShouldHaveSingleItem();

        entry.GetProperty("details").GetProperty("capacity").GetString().ShouldBe("acting");
        entry.GetProperty("statement").GetString().ShouldBe("Vasily Atajanyan was acting foreign minister");
    }

    [Fact]
    public async Task A_year_asks_whether_it_held_throughout_and_at_some_time()
    {
        var ministers = Entries(await StateAsync("2011"), "foreign-minister")
            .Select(entry => $"{Party(entry)} {entry.GetProperty("throughout").GetString()} {entry.GetProperty("atSomeTime").GetString()}");

        ministers.ShouldBe(["georgy-petrosyan not possible", "vasily-atajanyan possible certain"]);
    }

    [Fact]
    public async Task Nothing_that_the_state_carried_holds_on_the_day_of_its_dissolution_and_what_it_did_not_carry_is_possible()
    {
        var entries = Entries(await StateAsync("2024-01-01"), null);

        entries
            .Select(entry => entry.GetProperty("kind").GetString())
            .Distinct()
            .ShouldBe(["diplomatic-relations", "membership", "twinning", "friendship-group", "war"]);
        entries
            .Where(entry => entry.GetProperty("kind").GetString() == "membership")
            .Select(entry => entry.GetProperty("episode").GetString())
            .ShouldBe(["artsakh/membership/artsakh-football-association--conifa"]);
        entries
            .Where(entry => entry.GetProperty("certainty").GetString() != "possible")
            .Select(entry => entry.GetProperty("episode").GetString())
            .ShouldBe(["artsakh/diplomatic-relations/armenia--tuvalu"], "it lasts, and what is between others is tied to nothing");
    }

    [Fact]
    public async Task Before_the_horizon_nothing_is_listed() =>
        (await StateAsync("1990-01-01")).GetProperty("entries").GetArrayLength().ShouldBe(0);

    [Theory]
    [InlineData("1996-07-15", "1993-12-31", "1997-01-01")]
    [InlineData("1990-01-01", null, "1993-01-01")]
    public async Task The_answer_tells_how_long_it_stays_the_same(string on, string? from, string? until)
    {
        var unchanged = (await StateAsync(on)).GetProperty("unchanged");

        unchanged.GetProperty("from").GetString().ShouldBe(from);
        unchanged.GetProperty("until").GetString().ShouldBe(until);
    }

    [Fact]
    public async Task What_lasts_is_certain_until_the_record_date()
    {
        var state = await StateAsync("2024-06-01");
        var recordDate = DateOnly.FromDateTime(state.GetProperty("knownAt").GetProperty("recordedAt").GetDateTimeOffset().UtcDateTime);
        var unchanged = state.GetProperty("unchanged");

        unchanged.GetProperty("from").GetString().ShouldBe("2024-01-01");
        unchanged.GetProperty("until").GetString().ShouldBe($"{recordDate.AddDays(1):O}");
    }

    [Fact]
    public async Task Every_day_of_an_unchanged_run_has_the_same_body_but_for_the_date()
    {
        string WithoutDate(string body, string on) => body.Replace(on, "D", StringComparison.Ordinal);

        var first = await ledger.GetAsync("/polities/artsakh/state?on=1993-12-31&known-at=0001-article");
        var last = await ledger.GetAsync("/polities/artsakh/state?on=1996-12-31&known-at=0001-article");
        var next = await ledger.GetAsync("/polities/artsakh/state?on=1997-01-01&known-at=0001-article");

        // The first and last day stand in `unchanged` and in bounds too, so compare what is left once dates asked are taken out.
        JsonSerializer
            .Serialize(Entries(JsonDocument.Parse(first).RootElement, null))
            .ShouldBe(JsonSerializer.Serialize(Entries(JsonDocument.Parse(last).RootElement, null)));
        WithoutDate(next, "1997-01-01").ShouldNotBe(WithoutDate(last, "1996-12-31"));
    }

    [Fact]
    public async Task A_kind_narrows_the_entries() =>
        (await StateAsync("2006-06-01", "&kind=office"))
            .GetProperty("entries")
            .EnumerateArray()
            .ShouldAllBe(entry => entry.GetProperty("kind").GetString() == "office");

    private static IEnumerable<string?> AccreditedTo(IEnumerable<JsonElement> offices, string city) =>
        offices
            .Single(office => Party(office) == city)
            .GetProperty("details")
            .GetProperty("accreditedTo")
            .EnumerateArray()
            .Select(entity => entity.GetProperty("name").GetString());

    private static List<JsonElement> Entries(JsonElement state, string? kind) =>
        [.. state.GetProperty("entries").EnumerateArray().Where(entry => kind is null || entry.GetProperty("kind").GetString() == kind)];

    private static List<string> InShort(JsonElement values) =>
        [
            .. values
                .GetProperty("because")
                .EnumerateArray()
                .Select(reason =>
                    string.Join(' ', new[] { "rule", "bound", "edtf", "fact" }.Select(name => reason.GetProperty(name).GetString()))
                ),
        ];

    private static string Party(JsonElement entry) => entry.GetProperty("party").GetProperty("id").GetString()!;

    private async Task<JsonElement> StateAsync(string on, string more = "") =>
        JsonDocument.Parse(await ledger.GetAsync($"/polities/artsakh/state?on={on}&known-at=0001-article{more}")).RootElement;
}
