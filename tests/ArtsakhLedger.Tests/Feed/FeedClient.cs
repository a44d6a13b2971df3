using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ArtsakhLedger.Tests.Feed;

/// <summary>Follows the feed as a program does: over HTTP, with a parser that is not the ledger's.</summary>
public sealed class FeedClient(Uri ledger) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { MaxConnectionsPerServer = int.MaxValue })
    {
        BaseAddress = ledger,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Begins to follow; the answer has begun by then.</summary>
    public async Task<HttpResponseMessage> ConnectAsync(
        string? lastEventId = null,
        string query = "",
        CancellationToken cancellation = default
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/feed{query}");
        request.Headers.Accept.Add(new("text/event-stream"));
        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
    }

    /// <summary>The events of an answer until it ends.</summary>
    public static async IAsyncEnumerable<(string Id, JsonElement Data)> EventsAsync(
        HttpResponseMessage answer,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var parser = SseParser.Create(await answer.Content.ReadAsStreamAsync(cancellation));
        await foreach (var item in parser.EnumerateAsync(cancellation))
        {
            yield return (item.EventId!, JsonDocument.Parse(item.Data).RootElement);
        }
    }

    public void Dispose() => client.Dispose();
}
