using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Alba;
using ArtsakhLedger.Access;
using ArtsakhLedger.Database;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Serving;
using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Verification;
using Edtf;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using Xunit;
using EmbeddedPostgres = ArtsakhLedger.Embedded.EmbeddedPostgres;
using EmbeddedPostgresException = ArtsakhLedger.Embedded.EmbeddedPostgresException;

namespace ArtsakhLedger.Tests.Serving;

/// <summary>What whoever runs the service is told.</summary>
public sealed class OperatorsTests(PostgresServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_that_is_older_than_the_record_says_so_and_is_not_ready()
    {
        var connectionString = await server.CreateLedgerAsync();
        using var events = new TemporaryEvents();
        var (place, host) = await LedgerFixture.StartAsync(connectionString, events.Folder);
        await using var _ = place;
        await using var __ = host;
        await host.RecordAsync("/entities", Place("dilijan"), Tokens.OfEditor);
        (await host.QueryAsync("/health/ready"))["status"]!.ToString().ShouldBe("ready");

        await host.RecordAsync("/entities", Place("jermuk"), Tokens.OfEditor);
        await new TamperedLedger(connectionString).TamperAsync(
            "update ledger.facts set type = 'moon_visited' where position = (select max(position) from ledger.facts)"
        );

        using var client = host.Server.CreateClient();
        using var ready = await client.GetAsync("/health/ready", Cancellation);
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var problem = JsonDocument.Parse(await ready.Content.ReadAsStringAsync(Cancellation)).RootElement;
        problem.GetProperty("type").GetString().ShouldEndWith("program-too-old");
        problem.GetProperty("detail").GetString()!.ShouldContain("'moon_visited', which this program does not know");
        using var live = await client.GetAsync("/health/live", Cancellation);
        live.StatusCode.ShouldBe(HttpStatusCode.OK);

        // One that starts on such a record stays up and says the same for whatever is asked.
        var again = DatabaseLocation.At(connectionString);
        var builder = LedgerService.BuilderFor(again);
        builder.Configuration["Events"] = events.Folder;
        builder.Configuration["Access:KeyFile"] = Tokens.KeyFile;
        builder.Configuration["Log:Key"] = LogKeys.Of(connectionString);
        await using var older = await AlbaHost.For(builder, LedgerService.Map);
        using var other = older.Server.CreateClient();
        string detail;
        do
        {
            await Task.Delay(20, Cancellation);
            using var answer = await other.GetAsync("/entities", Cancellation);
            answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            detail = await answer.Content.ReadAsStringAsync(Cancellation);
        } while (detail.Contains("not-open-yet", StringComparison.Ordinal));
        detail.ShouldContain("moon_visited");
        await older.DisposeAsync();
        await again.DisposeAsync();
    }

    [Fact]
    public async Task The_guides_and_the_documentation_are_there_while_the_ledger_is_not()
    {
        await using var place = DatabaseLocation.At("Host=127.0.0.1;Port=1;Timeout=1");
        var builder = LedgerService.BuilderFor(place);
        builder.Configuration["Access:KeyFile"] = Tokens.KeyFile;
        await using var host = await AlbaHost.For(builder, LedgerService.Map);
        using var client = host.Server.CreateClient();

        foreach (
            var (address, status) in new[]
            {
                ("/guide", HttpStatusCode.OK),
                ("/guide/operate", HttpStatusCode.OK),
                ("/docs", HttpStatusCode.OK),
                ("/dates?edtf=199X", HttpStatusCode.OK),
                ("/polities", HttpStatusCode.ServiceUnavailable),
                ("/health/ready", HttpStatusCode.ServiceUnavailable),
            }
        )
        {
            using var answer = await client.GetAsync(address, Cancellation);
            answer.StatusCode.ShouldBe(status, address);
        }
    }

    [Theory]
    [InlineData(PostgresErrorCodes.DiskFull, "database-refuses-writes", "its disk is full")]
    [InlineData(PostgresErrorCodes.ReadOnlySqlTransaction, "database-refuses-writes", "it is read-only")]
    [InlineData(PostgresErrorCodes.TooManyConnections, "database-unavailable", "it takes no more connections")]
    [InlineData(PostgresErrorCodes.InvalidPassword, "database-unavailable", "it refuses the service's login")]
    [InlineData(PostgresErrorCodes.ConnectionFailure, "database-unavailable", "it cannot be reached")]
    public async Task What_is_wrong_with_the_database_is_in_the_answer_and_in_readiness(string state, string type, string reason)
    {
        var ledger = await server.SharedLedgerAsync();
        var (monitor, failures) = (
            ActivatorUtilities.CreateInstance<DatabaseMonitor>(ledger.Host.Services, DatabaseLocation.None()),
            ledger.Host.Services
        );
        var context = new DefaultHttpContext { RequestServices = failures };
        context.Response.Body = new MemoryStream();

        await ActivatorUtilities
            .CreateInstance<ProblemExceptionHandler>(failures, monitor)
            .TryHandleAsync(context, new PostgresException("a host and a user", "FATAL", "FATAL", state), Cancellation);

        context.Response.StatusCode.ShouldBe(503);
        context.Response.Body.Position = 0;
        var problem = (await JsonDocument.ParseAsync(context.Response.Body, cancellationToken: Cancellation)).RootElement;
        problem.GetProperty("type").GetString().ShouldEndWith(type);
        problem.GetProperty("detail").GetString()!.ShouldContain(reason);
        problem.GetProperty("detail").GetString()!.ShouldNotContain("a host and a user");
        monitor.RefusesWrites.ShouldBe(type == "database-refuses-writes" ? reason : null);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/docs")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/polities")]
    [InlineData("/polities/artsakh/state?on=2006-06-01")]
    [InlineData("/polities/artsakh/state")]
    [InlineData("/nowhere")]
    [InlineData("/log/checkpoint")]
    [InlineData("/guide/ask")]
    [InlineData("/health/live")]
    public async Task Every_answer_says_that_its_type_is_not_to_be_guessed(string address)
    {
        using var client = (await server.SharedLedgerAsync()).Host.Server.CreateClient();
        using var answer = await client.GetAsync(address, Cancellation);

        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Theory]
    [InlineData(SocketError.AddressAlreadyInUse, "Stop the program that is listening there")]
    [InlineData(SocketError.AccessDenied, "may not listen there")]
    [InlineData(SocketError.AddressNotAvailable, "does not have that address")]
    public void What_to_do_about_an_address_depends_on_what_is_wrong_with_it(SocketError error, string advice) =>
        ServeCommand.WhatToDo(new IOException("Failed to bind.", new SocketException((int)error))).ShouldContain(advice);

    [Fact]
    public void A_port_that_there_is_not_is_not_blamed_on_somebody_who_listens() =>
        ServeCommand.WhatToDo(new FormatException("Invalid url: 'http://localhost:99999'")).ShouldContain("from 0 to 65535");

    [Fact]
    public void An_empty_ledger_names_no_polity()
    {
        LedgerStartup
            .Greeting(LedgerName.Default, 0, null, "http://localhost:5080")
            .ShouldBe("The ledger holds 0 facts. How to record some: http://localhost:5080/guide/record");
        LedgerStartup
            .Greeting(LedgerName.From("Pacific kingdoms"), 0, null, "http://localhost:5080")
            .ShouldBe("Pacific kingdoms holds 0 facts. How to record some: http://localhost:5080/guide/your-own-record");
    }

    [Fact]
    public void A_ledger_greets_with_a_question_about_what_it_holds()
    {
        LedgerStartup
            .Greeting(LedgerName.Default, 1, ("hawaii", new Day(1893, 1, 17)), "http://localhost:5080")
            .ShouldBe("The ledger holds 1 fact. Try http://localhost:5080/polities/hawaii/state?on=1893-01-17");
        LedgerStartup
            .Greeting(LedgerName.Default, 7, ("hawaii", null), "http://localhost:5080")
            .ShouldBe("The ledger holds 7 facts. Try http://localhost:5080/polities/hawaii/timeline");
    }

    [Fact]
    public void A_broken_token_key_is_said_at_the_start()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "no key");
            Should.Throw<AccessException>(() => TokensOf(file).RequireUsableKey()).Message.ShouldContain(file);
            File.Delete(file);
            TokensOf(file).RequireUsableKey();
            File.Exists(file).ShouldBeFalse("it is made when it is first needed");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_home_that_cannot_be_written_is_a_sentence()
    {
        var refused = await Should.ThrowAsync<EmbeddedPostgresException>(() =>
            EmbeddedPostgres.StartAsync(new("/dev/null/artsakh-ledger", Cache: "/nowhere"), progress: null, Cancellation)
        );

        refused.Message.ShouldContain("cannot be kept in /dev/null/artsakh-ledger");
        refused.Message.ShouldContain("ConnectionStrings__Ledger");
    }

    private static string Place(string id) =>
        $$"""{ "id": "{{id}}", "kind": "municipality", "names": [{ "text": "{{id}}", "language": "en" }], "reason": "a trial" }""";

    private static LedgerTokens TokensOf(string file) =>
        new(
            AccessSettings.From(
                new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Access:KeyFile", (string?)file)]).Build()
            )
        );
}
