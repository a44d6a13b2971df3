using System.Text;
using System.Text.Json.Nodes;
using ArtsakhLedger.Database;
using ArtsakhLedger.Serving;
using ArtsakhLedger.Tests.Access;
using ArtsakhLedger.Tests.Running;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Hostile;

/// <summary>Thousands of requests out of the OpenAPI document, right and wrong, to a service that listens on a port.</summary>
public sealed class FuzzedRequestsTests(PostgresServer server)
{
    private static readonly int Requests = Sample.IsOfAll ? 4000 : 2000;
    private static readonly ulong Seed = ulong.Parse(Environment.GetEnvironmentVariable("FUZZ_SEED") ?? "20261126");

    [Fact]
    public async Task No_request_breaks_the_service_is_half_written_or_lays_a_token_open()
    {
        await using var place = DatabaseLocation.At(await server.CreateDatabaseAsync());
        using var log = new KeptLog();
        var builder = LedgerService.BuilderFor(place);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Events"] = Repository.Events;
        builder.Configuration["Access:KeyFile"] = Tokens.KeyFile;
        builder.Configuration["Log:Key"] = LogKeys.Of(place.Database.Service.ConnectionString);
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Information);
        await using var app = builder.Build();
        LedgerService.Map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        await app
            .Services.GetRequiredService<LedgerStartup>()
            .Opened.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        using var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = new(app.Urls.Single()), Timeout = TimeSpan.FromSeconds(30) };
        var generator = new RequestGenerator(
            JsonNode.Parse(
                await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken)
            )!
        );
        generator.Operations.ShouldBeGreaterThan(30);

        var statuses = new Dictionary<int, int>();
        Prop.ForAll(
                generator.Requests(),
                request =>
                {
                    var (status, wrong) = SendAsync(client, place.Database.Owner, request).GetAwaiter().GetResult();
                    statuses[status] = statuses.GetValueOrDefault(status) + 1;
                    return (wrong is null).Label(wrong ?? "");
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Requests).WithReplay(Seed, 1));

        // A run in which everything is refused at the door, or nothing is, says little.
        var outcome = string.Join(", ", statuses.Select(status => $"{status.Key}: {status.Value}"));
        statuses.GetValueOrDefault(200).ShouldBeGreaterThan(Requests / 10, outcome);
        statuses.GetValueOrDefault(201).ShouldBeGreaterThan(Requests / 200, outcome);
        statuses.GetValueOrDefault(422).ShouldBeGreaterThan(Requests / 40, outcome);
        log.Errors.ShouldBeEmpty();
        log.Lines.ShouldNotContain(line => line.Contains(Tokens.OfEditor) || line.Contains(Tokens.OfContributor));
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<(int Status, string? Wrong)> SendAsync(HttpClient client, NpgsqlDataSource database, FuzzedRequest request)
    {
        var before = request.Method == "POST" ? await RowsAsync(database) : null;
        using var message = request.ToMessage(client.BaseAddress!);
        HttpResponseMessage answer;
        try
        {
            answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        }
        catch (HttpRequestException refused)
            when (refused.InnerException is IOException || refused.Message.Contains("Invalid", StringComparison.Ordinal))
        {
            // The server ends the connection of whoever goes on sending what is too large; or the client would not send it.
            return (0, null);
        }

        using (answer)
        {
            var status = (int)answer.StatusCode;
            var media = answer.Content.Headers.ContentType?.MediaType;
            var wrong =
                status >= 500 ? $"{status}: {await answer.Content.ReadAsStringAsync()}"
                : status >= 400
                && media != "application/problem+json"
                && !(media == "text/html" && request.AsksForPage)
                && answer.Content.Headers.ContentLength != 0
                    ? $"{status} as {media}"
                : (status >= 400 || request.IsDryRun) && before is not null && await RowsAsync(database) != before
                    ? $"{status}, and something was written"
                : status is 404 or 405 or >= 200 and < 500 ? null
                : $"{status}";
            if (wrong is null && media != "text/event-stream")
            {
                await answer.Content.CopyToAsync(Stream.Null);
            }

            return (status, wrong);
        }
    }

    /// <summary>How many rows the ledger's tables have that a request may add to.</summary>
    private static async Task<string> RowsAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(
            """
            select concat_ws(' ', (select coalesce(max(position), 0) from ledger.positions), (select count(*) from ledger.mt_events), (select count(*) from ledger.requests), (select count(*) from ledger.snapshots))
            """
        );
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
