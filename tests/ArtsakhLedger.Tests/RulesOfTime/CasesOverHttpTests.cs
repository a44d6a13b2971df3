using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Alba;
using ArtsakhLedger.Database;
using ArtsakhLedger.RuleCases;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using Edtf;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.RulesOfTime;

/// <summary>Cases of the rules, recorded as facts and asked on the same days: the service answers by the same rules.</summary>
public sealed class CasesOverHttpTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly DateTimeOffset Written = new(2100, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly Day RecordDate = Day.Parse("2100-01-15");

    /// <summary>Of all the cases that facts can say one of eight; with <c>.ci/rules</c> each.</summary>
    private static readonly int OneOf = Environment.GetEnvironmentVariable("RULE_CASES") is null ? 8 : 1;

    private DatabaseLocation place = null!;
    private IAlbaHost host = null!;

    public async ValueTask InitializeAsync() =>
        (place, host) = await LedgerFixture.StartAsync(await server.CreateLedgerAsync(), clock: new StoppedClock());

    [Fact]
    public async Task The_service_answers_cases_recorded_as_facts_as_the_rules_do()
    {
        var cases = NamedCases
            .Names.Select((name, i) => (Name: name, Said: CaseInFacts.Of($"polity-{i + 1}", NamedCases.Get(name).Asked, RecordDate)))
            .Where(one => one.Said is not null)
            .Select(one => (one.Name, Said: one.Said!))
            .Where((_, i) => i % OneOf == 0)
            .ToList();
        cases.Count.ShouldBeGreaterThanOrEqualTo(48);

        var answered = 0;
        var different = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            cases,
            TestContext.Current.CancellationToken,
            async (one, _) =>
            {
                await host.RecordAsync(
                    $"/batches?batch={one.Said.Polity}/0001-case",
                    one.Said.Lines,
                    Tokens.OfEditor,
                    ("Content-Type", "application/x-ndjson")
                );
                if (await TellsOfSeveralPeriodsAsync(one.Said))
                {
                    return;
                }

                Interlocked.Increment(ref answered);
                foreach (var difference in (await AnswerToAsync(one.Said)).DifferencesFrom(NamedCases.Get(one.Name).Expected))
                {
                    different.Add($"{one.Name}: {difference}");
                }
            }
        );

        different.ShouldBeEmpty();
        answered.ShouldBeGreaterThanOrEqualTo(cases.Count / 2);
    }

    /// <summary>Whether what a case has as rivals can all be true of several periods, as facts are read that do not say which they are about.</summary>
    private async Task<bool> TellsOfSeveralPeriodsAsync(CaseInFacts said)
    {
        foreach (var episode in said.Episodes)
        {
            using var second = await host.Server.CreateClient().GetAsync($"/episodes/{episode}/2", TestContext.Current.CancellationToken);
            if (second.IsSuccessStatusCode)
            {
                return true;
            }
        }

        return false;
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await place.DisposeAsync();
    }

    /// <summary>What the service says to the questions of a case, in the case's words.</summary>
    private async Task<Answer> AnswerToAsync(CaseInFacts said)
    {
        var asked = said.Asked;
        var days = new List<JsonNode>();
        for (var day = asked.FirstDay; day <= asked.LastDay; day++)
        {
            days.Add(await host.QueryAsync($"/polities/{said.Polity}/state?on={said.DayOf(day)}"));
        }

        var windows = new List<JsonNode>();
        foreach (var (first, last) in asked.Windows)
        {
            windows.Add(await host.QueryAsync($"/polities/{said.Polity}/state?on={said.DayOf(first)}/{said.DayOf(last)}"));
        }

        var wholes = new Dictionary<string, JsonNode>();
        foreach (var episode in said.Episodes)
        {
            wholes[said.NameOf(episode)] = await host.QueryAsync($"/episodes/{episode}");
        }

        var episodes = asked.Said.Episodes.Select(episode => episode.Id).ToArray();
        var contradictions = (await host.QueryAsync($"/polities/{said.Polity}/contradictions?limit=500"))["items"]!.AsArray();
        return new(
            string.Concat(days.Select(day => Letter(day["existence"]!["certainty"]))),
            episodes.ToDictionary(id => id, id => string.Concat(days.Select(day => Letter(EntryOf(day, id)?["certainty"])))),
            new Dictionary<string, string>(),
            [
                .. windows.Select(window => new WindowAnswer(
                    Letters(window["existence"]),
                    episodes.ToDictionary(id => id, id => Letters(EntryOf(window, id)))
                )),
            ],
            episodes.Prepend(Resolution.LifeId).ToDictionary(id => id, id => ReadingsOf(wholes.GetValueOrDefault(id))),
            episodes.ToDictionary(id => id, IReadOnlyList<string> (id) => [.. MarksOf(id)]),
            [
                .. contradictions
                    .Select(item => WordsOf(item!))
                    .OfType<string[]>()
                    .OrderBy(words => string.Join('\0', words), StringComparer.Ordinal),
            ],
            episodes
                .Select(id => (Name: id, Letters: string.Concat(days.Select(day => LetterOfBasis(EntryOf(day, id))))))
                .Append((Name: "existence", Letters: string.Concat(days.Select(day => LetterOfBasis(day["existence"])))))
                .ToDictionary(one => one.Name, one => one.Letters)
        );

        JsonNode? EntryOf(JsonNode state, string id) =>
            state["entries"]!.AsArray().SingleOrDefault(entry => said.NameOf(entry!["episode"]!.ToString()) == id);

        IReadOnlyList<IReadOnlyList<string>> ReadingsOf(JsonNode? episode) =>
            episode is null
                ?
                [
                    [],
                ]
                :
                [
                    .. episode["readings"]!
                        .AsArray()
                        .Select(
                            IReadOnlyList<string> (reading) =>
                                [
                                    .. reading!["claims"]!
                                        .AsArray()
                                        .Select(claim => said.NameOf(claim!.ToString()))
                                        .Order(StringComparer.Ordinal),
                                ]
                        )
                        .OrderBy(ids => string.Join('\0', ids), StringComparer.Ordinal),
                ];

        IEnumerable<string> MarksOf(string id)
        {
            if (wholes.GetValueOrDefault(id)?["outsidePolity"]?.GetValue<bool>() == true)
            {
                yield return "outsidePolity";
            }

            if (days.Exists(day => EntryOf(day, id)?["undated"]?.GetValue<bool>() == true))
            {
                yield return "undated";
            }
        }

        string[]? WordsOf(JsonNode contradiction)
        {
            var about = contradiction["episodes"]!
                .AsArray()
                .Select(id => said.NameOf(id!.ToString()))
                .Order(StringComparer.Ordinal)
                .ToArray();
            return contradiction["type"]!.ToString() switch
            {
                "impossible" => ["impossible", .. about, said.NameOf(contradiction["claims"]![0]!.ToString())],
                "outside-polity" => ["outsidePolity", .. about],
                "seat" => ["seat", .. about],
                "nothing-left" => ["nothing-left", .. about],
                _ => null,
            };
        }
    }

    /// <summary>Throughout and at some time, which are one for a day.</summary>
    private static string Letters(JsonNode? values) =>
        Letter(values?["throughout"] ?? values?["certainty"]) + Letter(values?["atSomeTime"] ?? values?["certainty"]);

    private static string LetterOfBasis(JsonNode? entry) =>
        entry?["basis"]?.ToString() switch
        {
            "not-yet" => "y",
            "disputed" => "d",
            "outside" => "o",
            "undated" => "u",
            "unattested" => "n",
            "imprecise" => "i",
            _ => ".",
        };

    private static string Letter(JsonNode? certainty) =>
        certainty?.ToString() switch
        {
            "certain" => "C",
            "possible" => "p",
            "no-record" => "-",
            _ => ".",
        };

    /// <summary>It stands still, after everything that the program itself recorded.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Written;
    }
}
