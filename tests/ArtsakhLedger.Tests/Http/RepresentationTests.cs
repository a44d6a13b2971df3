using System.Text.Json;
using Alba;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Http;

public sealed class RepresentationTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private const string State = "/polities/artsakh/state?on=2006-06-01";

    [Theory]
    [InlineData("*/*", "application/json")]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "text/html")]
    [InlineData("application/xhtml+xml,*/*;q=0.8", "application/json")]
    [InlineData("text/html;q=0.5, application/json", "application/json")]
    [InlineData("application/*", "application/json")]
    [InlineData("text/csv", "text/csv")]
    [InlineData("TEXT/CSV; charset=utf-8", "text/csv")]
    [InlineData("application/json;q=0.5, text/csv", "text/csv")]
    [InlineData("text/csv;q=0.5, application/json", "application/json")]
    [InlineData("text/*, application/json;q=0.9", "text/csv")]
    [InlineData("*/*;q=0.1, text/csv;q=0", "application/json")]
    [InlineData("not a media type", "application/json")]
    [InlineData("", "application/json")]
    public async Task What_is_preferred_is_given_and_JSON_where_nothing_is(string accept, string given) =>
        (await AcceptAsync(State, accept, 200)).Context.Response.ContentType!.ShouldStartWith(given);

    [Theory]
    [InlineData(State, "image/png")]
    [InlineData(State, "application/json;q=0")]
    [InlineData(State, "application/x-ndjson")]
    [InlineData("/facts/artsakh-dissolved", "text/csv")]
    [InlineData("/facts", "text/csv")]
    [InlineData("/dates?edtf=1997", "image/png")]
    public async Task What_cannot_be_had_is_a_problem_that_names_what_can(string address, string accept)
    {
        var result = await AcceptAsync(address, accept, 406);

        result.Context.Response.ContentType.ShouldBe("application/problem+json");
        var problem = JsonDocument.Parse(await result.ReadAsTextAsync()).RootElement;
        problem.GetProperty("type").GetString().ShouldBe("urn:ledger:problem:not-acceptable");
        problem.GetProperty("offered")[0].GetString().ShouldBe("application/json");
    }

    [Fact]
    public async Task Each_representation_has_a_tag_of_its_own()
    {
        var json = (await AcceptAsync(State, "application/json", 200)).Context.Response.Headers;
        var csv = (await AcceptAsync(State, "text/csv", 200)).Context.Response.Headers;

        csv.ETag.ToString().ShouldNotBe(json.ETag.ToString());
        string.Join(", ", csv.Vary.ToArray()).Split(", ").ShouldBe(["Accept", "Accept-Encoding"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(State)]
    [InlineData("/facts/artsakh-dissolved")]
    [InlineData("/polities/artsakh/timeline")]
    [InlineData("/polities")]
    [InlineData("/health/live")]
    [InlineData("/no-such-address")]
    [InlineData("/polities/artsakh/state?on=garbage")]
    public async Task HEAD_is_answered_as_GET_without_the_body(string address)
    {
        var get = await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url(address);
            scenario.IgnoreStatusCode();
        });
        var head = await ledger.Host.Scenario(scenario =>
        {
            scenario.Head.Url(address);
            scenario.IgnoreStatusCode();
        });

        (await head.ReadAsTextAsync()).ShouldBeEmpty();
        head.Context.Response.StatusCode.ShouldBe(get.Context.Response.StatusCode);
        head.Context.Response.ContentType.ShouldBe(get.Context.Response.ContentType);
        head.Context.Response.Headers.ETag.ShouldBe(get.Context.Response.Headers.ETag);
        head.Context.Response.Headers.ContentLength.ShouldBe(get.Context.Response.Headers.ContentLength);
    }

    private async Task<IScenarioResult> AcceptAsync(string address, string accept, int status) =>
        await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url(address);
            scenario.WithRequestHeader("Accept", accept);
            scenario.StatusCodeShouldBe(status);
        });
}
