using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Serving;

/// <summary>The service as a process of its own on a free port.</summary>
public sealed class RunningService : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly HttpClient client;
    private readonly StringBuilder output = new();

    public RunningService(IReadOnlyDictionary<string, string> environment)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        client = new HttpClient { BaseAddress = new(address) };
        process = LedgerProgram.StartIn(environment, "serve", "--urls", address);
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address => client.BaseAddress!;

    public int Port => Address.Port;

    public int ProcessId => process.Id;

    /// <summary>All that it has printed.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    private const string Question = "/polities/artsakh/state?on=2006-06-01";

    public Task<HttpResponseMessage> QueryAsync(string address = Question) =>
        client.GetAsync(address, TestContext.Current.CancellationToken);

    /// <summary>Records a place under an identifier, with the token of an editor.</summary>
    public async Task<HttpResponseMessage> RecordAsync(string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/entities")
        {
            Content = JsonContent.Create(
                new
                {
                    id,
                    kind = "municipality",
                    names = new[] { new { text = id, language = "en" } },
                    reason = "a trial",
                }
            ),
            Headers = { Authorization = new("Bearer", Tokens.OfEditor) },
        };
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Asks until the answer is 200; every answer before must say that the database is not there yet.</summary>
    public async Task<string> UntilItAnswersAsync(string address = Question)
    {
        await UntilItListensAsync();
        var body = "";
        await UntilAsync(async () =>
        {
            using var answer = await QueryAsync(address);
            if (!answer.IsSuccessStatusCode)
            {
                ShouldBeAProblemThatPasses(answer);
                return false;
            }

            body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return true;
        });
        return body;
    }

    public static void ShouldBeAProblemThatPasses(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    /// <summary>Waits until it listens, whatever it can answer by then.</summary>
    public Task UntilItListensAsync() =>
        UntilAsync(async () =>
        {
            try
            {
                using var answer = await QueryAsync("/health/live");
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });

    /// <summary>Waits until it has printed something.</summary>
    /// <param name="text">What it is to print.</param>
    /// <param name="after">How much of its output came before.</param>
    public Task UntilItSaysAsync(string text, int after = 0) =>
        UntilAsync(() => Task.FromResult(Output.IndexOf(text, after, StringComparison.Ordinal) >= 0));

    /// <summary>Sends a signal, such as TERM, and gives the exit code.</summary>
    public async Task<int> EndAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
        client.Dispose();
    }

    private async Task UntilAsync(Func<Task<bool>> reached)
    {
        var patience = Stopwatch.StartNew();
        while (!await reached())
        {
            patience.Elapsed.ShouldBeLessThan(Patience, Output);
            process.HasExited.ShouldBeFalse(Output);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        }
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (output)
        {
            output.AppendLine(line.Data);
        }
    }
}
