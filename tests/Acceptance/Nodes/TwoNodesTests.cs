using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Serving;
using Npgsql;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Nodes;

/// <summary>Two services, each a process of its own, on one database.</summary>
public sealed class TwoNodesTests(PostgresServer server)
{
    private const string Question = "/polities/artsakh/state?on=2012-06-01&kind=office";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_write_densely_and_each_sees_at_once_what_the_other_was_told_is_recorded()
    {
        var (connection, one, other) = await StartAsync();
        using var _ = one;
        using var __ = other;
        await DescribeAsync(one);
        for (var i = 0; i < 20; i++)
        {
            var (writing, reading) = i % 2 == 0 ? (one, other) : (other, one);
            var position = await RecordAsync(writing, i);

            using var answer = await reading.AskAsync(Question);
            var state = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement;
            state.GetProperty("knownAt").GetProperty("position").GetInt64().ShouldBe(position);
            state
                .GetProperty("entries")
                .EnumerateArray()
                .Count(entry => entry.GetProperty("episode").GetString()!.StartsWith("artsakh/office/nodeville", StringComparison.Ordinal))
                .ShouldBe(i + 1);
        }

        var positions = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(writer =>
                    Task.Run(
                        async () =>
                        {
                            var mine = new List<long>();
                            for (var i = 0; i < 25; i++)
                            {
                                mine.Add(await RecordAsync(writer % 2 == 0 ? one : other, 100 + (writer * 100) + i));
                            }

                            return mine;
                        },
                        Cancellation
                    )
                )
        );

        var all = positions.SelectMany(mine => mine).Order().ToList();
        all.ShouldBe(Enumerable.Range(0, all.Count).Select(i => all[0] + i), "dense, each once");
        positions.ShouldAllBe(mine => mine.SequenceEqual(mine.Order()), "in the order in which they were acknowledged");
        var (exitCode, output) = await LedgerVerb.RunAsync(connection, "verify");
        exitCode.ShouldBe(0, output);
    }

    [Fact]
    public async Task A_node_killed_while_it_holds_the_lock_gives_it_up_and_the_other_goes_on()
    {
        var (connection, one, other) = await StartAsync();
        using var _ = one;
        using var __ = other;
        await DescribeAsync(one);
        var before = await RecordAsync(one, 1);
        await using var guard = new NpgsqlConnection(connection);
        await guard.OpenAsync(Cancellation);
        // Under the lock the first node now waits for a table.
        await using var transaction = await guard.BeginTransactionAsync(Cancellation);
        await using (var hold = new NpgsqlCommand("lock table ledger.positions in share mode", guard))
        {
            await hold.ExecuteNonQueryAsync(Cancellation);
        }

        var lost = SendAsync(one, 2);
        await UntilAsync(
            connection,
            "select count(*) = 1 from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())"
        );
        var patient = SendAsync(other, 3);
        await UntilAsync(
            connection,
            "select count(*) = 1 from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())"
        );

        await one.EndAsync("KILL");
        await transaction.CommitAsync(Cancellation);

        using var answer = await patient;
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        PositionIn(await answer.Content.ReadAsStringAsync(Cancellation)).ShouldBe(before + 1, "what was not committed has no position");
        await Should.ThrowAsync<HttpRequestException>(lost);
        using var missing = await other.AskAsync("/facts/node-fact-2");
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await RecordAsync(other, 2)).ShouldBe(before + 2);
        var (exitCode, output) = await LedgerVerb.RunAsync(connection, "verify");
        exitCode.ShouldBe(0, output);
    }

    private async Task<(string Connection, RunningService One, RunningService Other)> StartAsync()
    {
        var connection = await server.CreateLedgerAsync();
        var environment = new Dictionary<string, string>(LedgerProgram.ToDatabase(connection)) { ["Access__KeyFile"] = Tokens.KeyFile };
        var one = new RunningService(environment);
        var other = new RunningService(environment);
        await one.UntilItAnswersAsync();
        await other.UntilItAnswersAsync();
        return (connection, one, other);
    }

    private static async Task DescribeAsync(RunningService node)
    {
        (
            await PostAsync(
                node,
                "/sources",
                """{ "id": "node-report", "csl": { "title": "Report" }, "excerptOnly": true, "reason": "a test" }"""
            )
        ).StatusCode.ShouldBe(HttpStatusCode.Created);
        (
            await PostAsync(
                node,
                "/entities",
                """{ "id": "nodeville", "kind": "municipality", "names": [{ "text": "Nodeville", "language": "en" }], "reason": "a test" }"""
            )
        ).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    private static async Task<long> RecordAsync(RunningService node, int number)
    {
        using var answer = await SendAsync(node, number);
        var body = await answer.Content.ReadAsStringAsync(Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, body);
        return PositionIn(body);
    }

    private static long PositionIn(string body) => JsonDocument.Parse(body).RootElement.GetProperty("position").GetInt64();

    private static Task<HttpResponseMessage> SendAsync(RunningService node, int number) =>
        PostAsync(
            node,
            "/facts",
            $$"""
            { "id": "node-fact-{{number}}", "type": "office-opened", "polity": "artsakh", "date": "2012-05", "city": "nodeville", "term": {{number
                + 2}},
              "citations": [{ "source": "node-report", "quote": "an office was opened" }] }
            """
        );

    private static async Task<HttpResponseMessage> PostAsync(RunningService node, string address, string json)
    {
        using var client = new HttpClient { BaseAddress = node.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Tokens.OfEditor);
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await client.PostAsync(new Uri(address, UriKind.Relative), content, Cancellation);
    }

    private static async Task UntilAsync(string connectionString, string question)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancellation);
        await using var ask = new NpgsqlCommand(question, connection);
        for (var patience = 0; !(bool)(await ask.ExecuteScalarAsync(Cancellation))!; patience++)
        {
            patience.ShouldBeLessThan(1000, question);
            await Task.Delay(20, Cancellation);
        }
    }
}
