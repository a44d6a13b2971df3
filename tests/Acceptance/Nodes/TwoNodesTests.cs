using System.Net;
using System.Text;
using System.Text.Json;
using ArtsakhLedger.Tests.Feed;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Serving;
using Npgsql;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Nodes;

/// <summary>Two services on one database: one a process of its own, the other in this process.</summary>
public sealed class TwoNodesTests(PostgresServer server) : IDisposable
{
    private const string Question = "/polities/artsakh/state?on=2012-06-01&kind=office";

    private readonly HttpClient client = new() { DefaultRequestHeaders = { Authorization = new("Bearer", Tokens.OfEditor) } };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task Both_write_densely_each_sees_at_once_what_the_other_was_told_is_recorded_and_one_killed_while_it_holds_the_lock_gives_it_up()
    {
        var connection = await server.CreateLedgerAsync();
        using var one = new RunningService(TypedShell.On(connection));
        await using var other = await ListeningLedger.StartAsync(connection, Repository.Events);
        await one.UntilItAnswersAsync();
        await DescribeAsync(one.Address);
        for (var i = 0; i < 20; i++)
        {
            var (writing, reading) = i % 2 == 0 ? (one.Address, other.Address) : (other.Address, one.Address);
            var position = await RecordAsync(writing, i);

            var state = JsonDocument.Parse(await client.GetStringAsync(new Uri(reading, Question), Cancellation)).RootElement;
            state.GetProperty("knownAt").GetProperty("position").GetInt64().ShouldBe(position);
            state
                .GetProperty("entries")
                .EnumerateArray()
                .SelectMany(entry => entry.GetProperty("facts").EnumerateArray().Select(fact => fact.GetString()))
                .ShouldContain($"/facts/node-fact-{i}");
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
                                mine.Add(await RecordAsync(writer % 2 == 0 ? one.Address : other.Address, 100 + (writer * 100) + i));
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

        // Killed while it holds the lock, a node gives it up.
        var before = await RecordAsync(one.Address, 20);
        await using var guard = new NpgsqlConnection(connection);
        await guard.OpenAsync(Cancellation);
        // Under the lock the first node now waits for a table.
        await using var transaction = await guard.BeginTransactionAsync(Cancellation);
        await using (var hold = new NpgsqlCommand("lock table ledger.positions in share mode", guard))
        {
            await hold.ExecuteNonQueryAsync(Cancellation);
        }

        var lost = SendAsync(one.Address, 21);
        await UntilAsync(
            connection,
            "select count(*) = 1 from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())"
        );
        var patient = SendAsync(other.Address, 22);
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
        using var missing = await client.GetAsync(new Uri(other.Address, "/facts/node-fact-21"), Cancellation);
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await RecordAsync(other.Address, 21)).ShouldBe(before + 2);
        var (exitCode, output) = await LedgerVerb.RunAsync(connection, "verify");
        exitCode.ShouldBe(0, output);
    }

    private async Task DescribeAsync(Uri node)
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

    private async Task<long> RecordAsync(Uri node, int number)
    {
        using var answer = await SendAsync(node, number);
        var body = await answer.Content.ReadAsStringAsync(Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, body);
        return PositionIn(body);
    }

    private static long PositionIn(string body) => JsonDocument.Parse(body).RootElement.GetProperty("position").GetInt64();

    private Task<HttpResponseMessage> SendAsync(Uri node, int number) =>
        PostAsync(
            node,
            "/facts",
            $$"""
            { "id": "node-fact-{{number}}", "type": "office-attested", "polity": "artsakh", "date": "2012-05", "city": "nodeville",
              "citations": [{ "source": "node-report", "quote": "an office was open in report {{number}}" }] }
            """
        );

    private async Task<HttpResponseMessage> PostAsync(Uri node, string address, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await client.PostAsync(new Uri(node, address), content, Cancellation);
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
