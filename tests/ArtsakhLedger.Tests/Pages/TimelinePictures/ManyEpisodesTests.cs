using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Alba;
using ArtsakhLedger.Database;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages.TimelinePictures;

/// <summary>A polity with ten thousand episodes, imported as any other: what is drawn is what is in view.</summary>
public sealed partial class ManyEpisodesTests(ManyEpisodes ledger) : IClassFixture<ManyEpisodes>
{
    private const string Path = $"/polities/{ManyEpisodes.Polity}/timeline";

    [Fact]
    public async Task The_page_draws_the_first_rows_says_how_many_there_are_and_leads_to_the_others()
    {
        var page = await ledger.LookAsync(Path);

        page.Length.ShouldBeLessThan(250_000);
        EpisodesIn(page).Count.ShouldBe(60);
        page.ShouldContain("Rows 1 to 60 of 10001");
        page.ShouldContain($"href=\"{Path}?rows=61..120\"");
        page.ShouldContain("rel=\"next\"");

        var last = await ledger.LookAsync($"{Path}?rows=9962..10021");
        EpisodesIn(last).Count.ShouldBe(40);
        last.ShouldContain("Rows 9962 to 10001 of 10001");
        last.ShouldNotContain("Rows after");
    }

    [Fact]
    public async Task From_row_to_row_every_episode_is_reached_once()
    {
        var reached = new List<string>();
        for (
            var address = $"{Path}?rows=1..500";
            address.Length > 0;
            address = RowsAfter().Match(await ledger.LookAsync(address, reached)).Groups["address"].Value
        ) { }

        reached.Count.ShouldBe(ManyEpisodes.Count + 1);
        reached.ShouldBeUnique();
    }

    [Fact]
    public async Task What_is_not_in_view_is_not_drawn()
    {
        var closer = await ledger.LookAsync($"{Path}?from=1950-01-01&to=1950-01-20");
        EpisodesIn(closer).Count.ShouldBeInRange(1, 60);
        Regex
            .Matches(closer, "data-from=\"(?<day>[0-9-]+)\"")
            .Select(match => match.Groups["day"].Value)
            .ShouldAllBe(day => string.CompareOrdinal(day, "1950-01-20") <= 0);

        var party = await ledger.LookAsync($"{Path}?party=partner-7");
        EpisodesIn(party).ShouldAllBe(episode => episode.Contains("--partner-7", StringComparison.Ordinal));
        party.ShouldContain("of 100<");
    }

    [Fact]
    public async Task The_picture_by_itself_has_as_many_rows_and_names_the_next_ones()
    {
        var answer = await ledger.QueryAsync($"{Path}.svg?rows=1..500", "image/svg+xml");

        EpisodesIn(await answer.ReadAsTextAsync()).Count.ShouldBe(500);
        answer.Context.Response.Headers.Link.ToString().ShouldBe($"<{Path}.svg?rows=501..1000>; rel=\"next\"");
    }

    /// <summary>The episodes that are drawn, without the life of the polity.</summary>
    public static IReadOnlyList<string> EpisodesIn(string page) =>
        [
            .. Regex
                .Matches(page, "data-episode=\"(?<id>[^\"]+)\"")
                .Select(match => match.Groups["id"].Value)
                .Where(id => !id.EndsWith("/existence", StringComparison.Ordinal)),
        ];

    [GeneratedRegex("href=\"(?<address>[^\"]+)\">Rows after")]
    private static partial Regex RowsAfter();
}

/// <summary>The service with a polity of ten thousand twinnings, of a hundred towns with a hundred others, and of an office that was closed and opened again ninety-nine times.</summary>
public sealed class ManyEpisodes(PostgresServer server) : IAsyncLifetime
{
    public const string Polity = "wide-land";

    /// <summary>The twinnings; beside them there is one office.</summary>
    public const int Count = 10_000;

    private readonly TemporaryEvents events = new();
    private DatabaseLocation database = null!;
    private IAlbaHost host = null!;

    public async ValueTask InitializeAsync()
    {
        events.Write(Polity, "0001-offices", "facts.yaml", Facts());
        (database, host) = await LedgerFixture.StartAsync(await server.CreateDatabaseAsync(), events.Folder);
    }

    /// <summary>The page at an address.</summary>
    public async Task<string> LookAsync(string address, ICollection<string>? reached = null)
    {
        var page = await (await QueryAsync(address.Replace("&amp;", "&", StringComparison.Ordinal), "text/html")).ReadAsTextAsync();
        foreach (var episode in reached is null ? [] : ManyEpisodesTests.EpisodesIn(page))
        {
            reached!.Add(episode);
        }

        return page;
    }

    public Task<IScenarioResult> QueryAsync(string address, string accept) =>
        host.Scenario(scenario =>
        {
            scenario.Get.Url(address);
            scenario.WithRequestHeader("Accept", accept);
            scenario.StatusCodeShouldBeOk();
        });

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await database.DisposeAsync();
        events.Dispose();
    }

    private static string Facts()
    {
        var yaml = new StringBuilder(
            $$"""
            sources:
              - { id: yearbook, csl: { type: book, title: Yearbook }, excerptOnly: true, reason: a test }
            entities:
              - { id: {{Polity}}, kind: polity, names: [{ text: Wide Land, language: en }], reason: a test }

            """
        );
        for (var town = 0; town < 100; town++)
        {
            foreach (var name in new[] { "Town", "Partner" })
            {
                yaml.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"  - {{ id: {name.ToLowerInvariant()}-{town}, kind: municipality, names: [{{ text: {name} {town}, language: en }}], reason: a test }}"
                );
            }
        }

        yaml.AppendLine(
            CultureInfo.InvariantCulture,
            $"facts:\n  - {{ id: begun, type: state-proclaimed, date: \"1899\", citations: [{{ source: yearbook, quote: begun }}] }}"
        );
        for (var office = 0; office < Count; office++)
        {
            var (town, partner) = (office % 100, office / 100);
            yaml.AppendLine(
                CultureInfo.InvariantCulture,
                $"  - {{ id: twinning-{office}, type: towns-twinned, town: town-{town}, partner: partner-{partner}, date: \"{1901 + partner}-{1 + (town % 12):00}\", citations: [{{ source: yearbook, quote: twinned }}] }}"
            );
            yaml.AppendLine(
                CultureInfo.InvariantCulture,
                $"  - {{ id: twinning-{office}-ended, type: twinning-ended, how: dissolved, town: town-{town}, partner: partner-{partner}, date: \"{1902 + partner}-{1 + (town % 12):00}-03\", citations: [{{ source: yearbook, quote: ended }}] }}"
            );
        }

        for (var year = 1910; year < 2010; year++)
        {
            yaml.AppendLine(
                CultureInfo.InvariantCulture,
                $"  - {{ id: opened-{year}, type: office-opened, city: town-0, date: \"{year}-02-01\", citations: [{{ source: yearbook, quote: opened }}] }}"
            );
            yaml.AppendLine(
                CultureInfo.InvariantCulture,
                $"  - {{ id: closed-{year}, type: office-closed, city: town-0, date: \"{year}-11-01\", citations: [{{ source: yearbook, quote: closed }}] }}"
            );
        }

        return yaml.ToString();
    }
}
