using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ArtsakhLedger.Tests.Running;

namespace ArtsakhLedger.Tests.Crash;

/// <summary>What the ledger has said that it recorded.</summary>
/// <param name="Id">The fact.</param>
/// <param name="Position">The position that the answer named.</param>
/// <param name="Proof">The receipt's tlog-proof.</param>
public sealed record Acknowledged(string Id, long Position, string Proof);

/// <summary>Clients that record facts over HTTP at the same time, without a pause. A request that gets no answer, or one of 503, is sent again under its
/// Idempotency-Key until it is acknowledged.</summary>
public sealed class Writers : IDisposable
{
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly CancellationTokenSource enough = new();
    private readonly List<Task> writing = [];
    private int sentAgain;

    public Writers() => client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Tokens.OfEditor);

    /// <summary>Where the service is right now.</summary>
    public Uri Address { get; set; } = null!;

    /// <summary>Everything that was acknowledged, by id.</summary>
    public ConcurrentDictionary<string, Acknowledged> Recorded { get; } = [];

    /// <summary>What was answered otherwise than by 201, 503 or, to what is sent twice at once, 409.</summary>
    public ConcurrentQueue<string> Unexpected { get; } = [];

    /// <summary>How many requests had to be sent again.</summary>
    public int SentAgain => sentAgain;

    public async Task DescribeAsync()
    {
        await RecordAsync(
            "/entities",
            "crashed",
            """{ "id": "crashed", "kind": "polity", "names": [{ "text": "Crashed", "language": "en" }], "reason": "a test" }"""
        );
        await RecordAsync(
            "/sources",
            "crash-report",
            """{ "id": "crash-report", "csl": { "title": "Report" }, "excerptOnly": true, "reason": "a test" }"""
        );
    }

    public void Start(int count) => writing.AddRange(Enumerable.Range(0, count).Select(writer => Task.Run(() => WriteAsync(writer))));

    /// <summary>Lets each writer end what it has begun.</summary>
    public async Task EndAsync()
    {
        await enough.CancelAsync();
        await Task.WhenAll(writing).WaitAsync(TimeSpan.FromMinutes(1));
    }

    public void Dispose()
    {
        enough.Dispose();
        client.Dispose();
    }

    private async Task WriteAsync(int writer)
    {
        for (var number = 0; !enough.IsCancellationRequested; number++)
        {
            var id = $"writer-{writer}-{number}";
            // Most go to a polity of their own; some to the one whose past is asked for.
            var polity = number % 20 == 0 ? "artsakh" : "crashed";
            await RecordAsync(
                "/facts",
                id,
                $$"""
                { "id": "{{id}}", "type": "statement-made", "polity": "{{polity}}", "date": "2012-05", "by": "crashed", "says": "{{id}}",
                  "citations": [{ "source": "crash-report", "quote": "a statement was made" }] }
                """
            );
        }
    }

    private async Task RecordAsync(string address, string id, string body)
    {
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, address))
                {
                    Content = new StringContent(body, Encoding.UTF8, "application/json"),
                };
                request.Headers.Add("Idempotency-Key", $"\"{id}\"");
                using var answer = await client.SendAsync(request);
                var text = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode == HttpStatusCode.Created)
                {
                    var recorded = JsonDocument.Parse(text).RootElement;
                    Recorded[id] = new(
                        recorded.GetProperty("id").GetString()!,
                        recorded.GetProperty("position").GetInt64(),
                        recorded.GetProperty("receipt").GetProperty("proof").GetString()!
                    );
                    return;
                }

                if (answer.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.Conflict))
                {
                    Unexpected.Enqueue($"{(int)answer.StatusCode} {text}");
                    return;
                }
            }
            catch (Exception unanswered) when (unanswered is HttpRequestException or TaskCanceledException or IOException)
            {
                // Killed before it answered, or not there yet.
            }

            Interlocked.Increment(ref sentAgain);
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }
}
