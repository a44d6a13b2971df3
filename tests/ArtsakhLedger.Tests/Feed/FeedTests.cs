using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ArtsakhLedger.Notifications;
using ArtsakhLedger.Tests.Running;
using Npgsql;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Feed;

/// <summary>The feed over real HTTP.</summary>
[OnEveryPostgres]
public sealed class FeedTests(FeedFixture ledger) : IClassFixture<FeedFixture>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writers_at_once_and_readers_that_reconnect_at_random_on_two_nodes_miss_nothing_and_get_nothing_twice()
    {
        const int writers = 6,
            each = 60,
            readers = 12;
        var begin = await ledger.One.AppendAsync("before-the-writers");
        var reading = Enumerable.Range(0, readers).Select(i => ReadAsync(i, begin, begin + (writers * each))).ToList();

        await Task.WhenAll(
            Enumerable
                .Range(0, writers)
                .Select(async writer =>
                {
                    for (var i = 0; i < each; i++)
                    {
                        await (writer % 2 == 0 ? ledger.One : ledger.Other).AppendAsync($"written-{writer}-{i}");
                    }
                })
        );

        foreach (var received in await Task.WhenAll(reading).WaitAsync(Patience, Cancellation))
        {
            received.ShouldBe(Enumerable.Range(1, writers * each).Select(i => begin + i));
        }
    }

    [Fact]
    public async Task An_event_tells_which_fact_it_is_and_where_to_find_it()
    {
        var (name, batch) = ("artsakh-proclaimed", "artsakh/0001-small");
        using var client = new FeedClient(ledger.One.Address);
        using var answer = await client.ConnectAsync(query: "?after=0", cancellation: Cancellation);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        await foreach (var (id, data) in FeedClient.EventsAsync(answer, Cancellation))
        {
            data.GetProperty("position").GetInt64().ToString().ShouldBe(id);
            if (data.GetProperty("id").GetString() == name)
            {
                data.GetProperty("type").GetString().ShouldBe("state-proclaimed");
                data.GetProperty("polity").GetString().ShouldBe("artsakh");
                data.GetProperty("batch").GetString().ShouldBe(batch);
                data.GetProperty("recordedAt").GetDateTimeOffset().ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
                data.GetProperty("proof").GetString().ShouldBe($"/facts/{name}/proof");
                using var http = new HttpClient { BaseAddress = ledger.One.Address };
                JsonDocument
                    .Parse(await http.GetStringAsync(data.GetProperty("fact").GetString(), Cancellation))
                    .RootElement.GetProperty("id")
                    .GetString()
                    .ShouldBe(name);
                return;
            }
        }
    }

    [Fact]
    public async Task Without_a_position_it_begins_with_what_is_appended_next()
    {
        using var client = new FeedClient(ledger.One.Address);
        using var answer = await client.ConnectAsync(cancellation: Cancellation);

        var next = await ledger.Other.AppendAsync("appended-next");

        await foreach (var (id, _) in FeedClient.EventsAsync(answer, Cancellation))
        {
            id.ShouldBe($"{next}");
            return;
        }
    }

    [Theory]
    [InlineData("-1", "", 400, "invalid-parameter", "Last-Event-ID")]
    [InlineData("abc", "", 400, "invalid-parameter", "Last-Event-ID")]
    [InlineData("1.5", "", 400, "invalid-parameter", "Last-Event-ID")]
    [InlineData("999999", "", 404, "beyond-the-head", "Last-Event-ID")]
    [InlineData("99999999999999999999999999", "", 404, "beyond-the-head", "Last-Event-ID")]
    [InlineData(null, "?after=-1", 400, "invalid-parameter", "after")]
    [InlineData(null, "?after=", 400, "invalid-parameter", "after")]
    [InlineData(null, "?after=999999", 404, "beyond-the-head", "after")]
    [InlineData(null, "?from=1", 400, "unknown-parameter", "from")]
    public async Task A_position_that_there_is_not_is_a_problem(
        string? lastEventId,
        string query,
        int status,
        string type,
        string parameter
    )
    {
        using var client = new FeedClient(ledger.One.Address);
        using var answer = await client.ConnectAsync(lastEventId, query, Cancellation);

        ((int)answer.StatusCode).ShouldBe(status);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement;
        problem.GetProperty("type").GetString().ShouldBe($"urn:ledger:problem:{type}");
        problem.GetProperty("parameter").GetString().ShouldBe(parameter);
    }

    [Fact]
    public async Task A_browser_that_reconnects_to_the_address_it_began_with_goes_on_where_it_was()
    {
        var last = await ledger.One.AppendAsync("browser-had-this");
        var next = await ledger.One.AppendAsync("browser-had-not");
        using var client = new FeedClient(ledger.One.Address);
        using var answer = await client.ConnectAsync($"{last}", "?after=0", Cancellation);

        await foreach (var (id, _) in FeedClient.EventsAsync(answer, Cancellation))
        {
            id.ShouldBe($"{next}");
            return;
        }
    }

    [Fact]
    public async Task Whoever_loses_the_connection_before_the_first_event_has_an_id_to_resume_with()
    {
        var head = await ledger.One.AppendAsync("before-the-connection");
        using var client = new FeedClient(ledger.One.Address);
        using (var lost = await client.ConnectAsync(cancellation: Cancellation))
        {
            using var lines = new StreamReader(await lost.Content.ReadAsStreamAsync(Cancellation));
            (await lines.ReadLineAsync(Cancellation)).ShouldBe("retry: 1000");
            (await lines.ReadLineAsync(Cancellation)).ShouldBe($"id: {head}");
            (await lines.ReadLineAsync(Cancellation)).ShouldBe("", "without data it is no event");
        }

        var missed = await ledger.Other.AppendAsync("while-nobody-listened");

        using var answer = await client.ConnectAsync($"{head}", cancellation: Cancellation);
        await foreach (var (id, _) in FeedClient.EventsAsync(answer, Cancellation))
        {
            id.ShouldBe($"{missed}");
            return;
        }
    }

    [Fact]
    public async Task A_read_model_that_is_built_anew_keeps_nothing_from_the_feed()
    {
        var missing = await ledger.One.AppendAsync("while-the-read-model-is-away");
        var next = await ledger.One.AppendAsync("after-the-read-model-was-away");
        await using var owner = new NpgsqlConnection(ledger.ConnectionString);
        await owner.OpenAsync(Cancellation);
        await ExecuteAsync(
            $"create temp table aside as select * from ledger.facts where position = {missing}; delete from ledger.facts where position = {missing}"
        );
        try
        {
            using var client = new FeedClient(ledger.One.Address);
            using var answer = await client.ConnectAsync($"{missing - 1}", cancellation: Cancellation);
            var received = new List<string>();
            await foreach (var (id, data) in FeedClient.EventsAsync(answer, Cancellation))
            {
                data.GetProperty("position").GetInt64().ToString().ShouldBe(id);
                data.GetProperty("type").GetString().ShouldBe("entity-described");
                received.Add(id);
                if (received.Count == 2)
                {
                    break;
                }
            }

            received.ShouldBe([$"{missing}", $"{next}"]);
        }
        finally
        {
            await ExecuteAsync("insert into ledger.facts select * from aside");
        }

        async Task ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, owner);
            await command.ExecuteNonQueryAsync(Cancellation);
        }
    }

    [Fact]
    public async Task What_asks_for_the_head_alone_or_for_another_form_is_answered_at_once()
    {
        using var http = new HttpClient { BaseAddress = ledger.One.Address };
        using var head = await http.SendAsync(new(HttpMethod.Head, "/feed"), Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/feed") { Headers = { { "Accept", "application/json" } } };
        using var json = await http.SendAsync(request, Cancellation);

        (head.StatusCode, head.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, "text/event-stream"));
        json.StatusCode.ShouldBe(HttpStatusCode.NotAcceptable);
    }

    [Fact]
    public async Task Whoever_takes_nothing_is_disconnected_and_nobody_else_is()
    {
        await using var alone = await ledger.StartAsync();
        var feed = alone.Get<FeedWatch>();
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(IPAddress.Loopback, alone.Address.Port, Cancellation);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET /feed HTTP/1.1\r\nHost: {alone.Address.Authority}\r\n\r\n"), Cancellation);
        await UntilAsync(() => feed.Followers == 1);
        using var client = new FeedClient(alone.Address);
        using var answer = await client.ConnectAsync(cancellation: Cancellation);
        var taking = CountAsync(answer);
        await UntilAsync(() => feed.Followers == 2);

        // More than the buffers of both ends hold; a fast database is done before the reader's time is over.
        for (var i = 0; i < 300 && feed.Followers == 2; i++)
        {
            await Task.WhenAll(Enumerable.Range(0, 100).Select(j => alone.AppendAsync($"too-much-{i}-{j}-{new string('x', 150)}")));
        }

        await UntilAsync(() => feed.Followers < 2);
        var last = await alone.AppendAsync("last-of-too-much");
        feed.Followers.ShouldBe(1);
        (await taking.WaitAsync(Patience, Cancellation)).ShouldBe(last, "it got them all");

        async Task<long> CountAsync(HttpResponseMessage following)
        {
            await foreach (var (id, data) in FeedClient.EventsAsync(following, Cancellation))
            {
                if (data.GetProperty("id").GetString() == "entity-last-of-too-much")
                {
                    return long.Parse(id);
                }
            }

            return -1;
        }
    }

    [Fact]
    public async Task It_ends_well_when_the_service_stops()
    {
        await using var stopping = await ledger.StartAsync();
        using var client = new FeedClient(stopping.Address);
        using var answer = await client.ConnectAsync(cancellation: Cancellation);
        var reading = answer.Content.ReadAsStringAsync(Cancellation);

        await stopping.StopAsync();

        (await reading.WaitAsync(Patience, Cancellation)).ShouldStartWith("retry: ");
    }

    internal static async Task UntilAsync(Func<bool> reached)
    {
        for (var patience = 0; !reached(); patience++)
        {
            patience.ShouldBeLessThan(3000);
            await Task.Delay(20, Cancellation);
        }
    }

    /// <summary>Reads from one node or the other, leaving after a few events each time.</summary>
    private async Task<IReadOnlyList<long>> ReadAsync(int seed, long after, long through)
    {
        var random = new Random(seed);
        var received = new List<long>();
        var last = $"{after}";
        while (received.Count == 0 || received[^1] < through)
        {
            using var client = new FeedClient((random.Next(2) == 0 ? ledger.One : ledger.Other).Address);
            using var answer = await client.ConnectAsync(last, cancellation: Cancellation);
            if (answer.StatusCode == HttpStatusCode.NotFound)
            {
                throw new InvalidOperationException(await answer.Content.ReadAsStringAsync(Cancellation));
            }

            var most = random.Next(1, 40);
            await foreach (var (id, _) in FeedClient.EventsAsync(answer, Cancellation))
            {
                received.Add(long.Parse(id));
                last = id;
                if (--most == 0 || received[^1] == through)
                {
                    break;
                }
            }
        }

        return received;
    }
}
