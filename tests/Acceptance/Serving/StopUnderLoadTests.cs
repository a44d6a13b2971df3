using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Serving;

public sealed class StopUnderLoadTests : IDisposable
{
    private const int Clients = 16;

    /// <summary>Far more than it takes, and far less than a host waits for requests by default.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private readonly ServiceHome home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task A_service_that_is_told_to_stop_ends_with_its_database_whoever_still_asks_sends_or_listens()
    {
        await home.FillAsync();
        using var service = new RunningService(new Dictionary<string, string>(home.Environment) { ["Access__KeyFile"] = Tokens.KeyFile });
        await service.UntilItAnswersAsync();
        using var listening = await SendAsync(service, "GET /feed HTTP/1.1", "");
        using var sending = await SendAsync(
            service,
            "POST /facts HTTP/1.1",
            $"Authorization: Bearer {Tokens.OfContributor}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n"
        );
        using var stopped = new CancellationTokenSource();
        var answers = 0;
        var asking = Enumerable.Range(0, Clients).Select(AskOnAndOnAsync).ToList();
        while (Volatile.Read(ref answers) < Clients)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        var watch = Stopwatch.StartNew();
        (await service.EndAsync("TERM")).ShouldBe(0, service.Output);

        watch.Elapsed.ShouldBeLessThan(Soon);
        home.Postmaster.ShouldBeNull();
        service.Output.ShouldNotContain("   at ", customMessage: service.Output);
        await stopped.CancelAsync();
        await Task.WhenAll(asking);

        async Task AskOnAndOnAsync(int client)
        {
            for (var i = 0; !stopped.IsCancellationRequested; i++)
            {
                try
                {
                    using var answer = await service.QueryAsync($"/polities/artsakh/timeline?known-at={500 + (client * 50) + (i % 50)}");
                    Interlocked.Increment(ref answers);
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(20, CancellationToken.None);
                }
            }
        }
    }

    /// <summary>Sends the head of a request, and keeps the connection.</summary>
    private static async Task<TcpClient> SendAsync(RunningService service, string request, string headers)
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(service.Address.Host, service.Port, TestContext.Current.CancellationToken);
        await connection
            .GetStream()
            .WriteAsync(Encoding.ASCII.GetBytes($"{request}\r\nHost: localhost\r\n{headers}\r\n{{"), TestContext.Current.CancellationToken);
        return connection;
    }
}
