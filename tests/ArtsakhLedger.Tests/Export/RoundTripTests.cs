using System.Globalization;
using System.Text.Json.Nodes;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Export;

/// <summary>Whatever HTTP accepted passes <c>verify</c>, <c>export --yaml</c>, <c>check</c> and <c>import</c> into an empty ledger, and gives the same answers there.</summary>
[OnEveryPostgres]
public sealed class RoundTripTests(PostgresServer server)
{
    private const int HistoriesOfLedger = 8;
    private const int RequestsOfHistory = 45;

    // .ci/round-trip asks for more of them.
    private static int Histories =>
        int.Parse(Environment.GetEnvironmentVariable("ROUND_TRIP_HISTORIES") ?? "24", CultureInfo.InvariantCulture);

    private static int FirstSeed => int.Parse(Environment.GetEnvironmentVariable("ROUND_TRIP_SEED") ?? "1", CultureInfo.InvariantCulture);

    [Fact]
    public async Task What_HTTP_accepted_is_the_same_record_from_files()
    {
        for (var first = FirstSeed; first < FirstSeed + Histories; first += HistoriesOfLedger)
        {
            await HoldAsync([.. Enumerable.Range(first, Math.Min(HistoriesOfLedger, FirstSeed + Histories - first))]);
        }
    }

    private async Task HoldAsync(IReadOnlyList<int> seeds)
    {
        var said = $"ROUND_TRIP_SEED={seeds[0]} ROUND_TRIP_HISTORIES={seeds.Count}: ";
        using var nothing = new TemporaryEvents();
        using var events = new TemporaryEvents();
        var connection = await server.CreateDatabaseAsync();
        List<string> questions;
        List<JsonNode> before;
        var (place, host) = await LedgerFixture.StartAsync(connection, nothing.Folder);
        await using (place)
        await using (host)
        {
            var histories = seeds.Select(seed => new RandomHistory(host, seed)).ToList();
            await Task.WhenAll(histories.Select(history => history.RecordAsync(RequestsOfHistory)));
            histories.ShouldAllBe(history => history.Accepted > 15, said);
            questions = [.. histories.SelectMany(history => history.Questions())];
            before = await AnswersAsync(host, questions);
        }

        var verify = await LedgerVerb.RunAsync(connection, "verify");
        verify.ExitCode.ShouldBe(0, said + verify.Output);
        var export = await LedgerVerb.RunAsync(connection, "export", "--yaml", events.Folder);
        export.ExitCode.ShouldBe(0, said + export.Output);
        var check = await LedgerVerb.RunAsync(null, "check", events.Folder);
        check.ExitCode.ShouldBe(0, said + check.Output);

        var empty = await server.CreateDatabaseAsync();
        var import = await LedgerVerb.RunAsync(empty, "import", events.Folder);
        import.ExitCode.ShouldBe(0, said + import.Output);
        var (otherPlace, other) = await LedgerFixture.StartAsync(empty, events.Folder);
        await using (otherPlace)
        await using (other)
        {
            var after = await AnswersAsync(other, questions);
            foreach (var (question, earlier, later) in questions.Zip(before, after))
            {
                later.ToJsonString().ShouldBe(earlier.ToJsonString(), said + question);
            }
        }
    }

    private static async Task<List<JsonNode>> AnswersAsync(Alba.IAlbaHost host, IReadOnlyList<string> questions)
    {
        using var client = host.Server.CreateClient();
        var answers = new List<JsonNode>();
        foreach (var question in questions)
        {
            using var result = await client.GetAsync(question, TestContext.Current.CancellationToken);
            var text = await result.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            ((int)result.StatusCode).ShouldBeLessThan(500, $"{question}: {text}");
            answers.Add(YamlExportTests.Timeless(JsonNode.Parse(text)!));
        }

        return answers;
    }
}
