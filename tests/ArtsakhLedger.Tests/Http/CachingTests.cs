using System.Text.Json;
using ArtsakhLedger.Tests.Running;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Http;

public sealed class CachingTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private const string AtTheHead = "/polities/artsakh/state?on=2006-06-01";

    [Fact]
    public async Task An_answer_has_a_strong_tag_and_is_not_sent_again_to_who_has_it()
    {
        var headers = await HeadersAsync(AtTheHead);
        var tag = headers.ETag.ToString();

        tag.ShouldStartWith("\"");
        await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url(AtTheHead);
            scenario.WithRequestHeader("If-None-Match", $"\"other\", {tag}");
            scenario.StatusCodeShouldBe(304);
        });
        await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url(AtTheHead);
            scenario.WithRequestHeader("If-None-Match", "\"other\"");
            scenario.StatusCodeShouldBe(200);
        });
    }

    [Fact]
    public async Task Only_an_answer_pinned_to_the_past_is_immutable()
    {
        var self = JsonDocument.Parse(await ledger.GetAsync(AtTheHead)).RootElement.GetProperty("self").GetString()!;

        (await HeadersAsync(self)).CacheControl.ToString().ShouldContain("immutable");
        (await HeadersAsync(AtTheHead)).CacheControl.ToString().ShouldNotContain("immutable");
        (await HeadersAsync($"{AtTheHead}&known-at=2999-01-01T00:00:00Z")).CacheControl.ToString().ShouldNotContain("immutable");
        var recorded = JsonDocument
            .Parse(await ledger.GetAsync(AtTheHead))
            .RootElement.GetProperty("knownAt")
            .GetProperty("recordedAt")
            .GetString()!;
        (await HeadersAsync($"{AtTheHead}&known-at={Uri.EscapeDataString(recorded)}")).CacheControl.ToString().ShouldContain("immutable");
    }

    [Fact]
    public async Task A_batch_may_still_grow_so_its_answer_names_the_pinned_address_and_is_not_immutable()
    {
        var headers = await HeadersAsync($"{AtTheHead}&known-at=0001-article");

        headers.CacheControl.ToString().ShouldNotContain("immutable");
        headers.ContentLocation.ToString().ShouldContain("known-at=");
        (await ledger.GetAsync(headers.ContentLocation.ToString())).ShouldBe(await ledger.GetAsync($"{AtTheHead}&known-at=0001-article"));
    }

    [Theory]
    [InlineData("/facts?polity=artsakh&limit=3")]
    [InlineData("/facts/artsakh-dissolved?")]
    [InlineData("/facts/artsakh-dissolved/history?")]
    [InlineData("/facts/artsakh-dissolved/provenance?")]
    [InlineData("/entities/armenia?")]
    [InlineData("/entities?q=artsakh")]
    [InlineData("/sources?limit=5")]
    [InlineData("/sources/wikipedia-foreign-relations-of-artsakh?")]
    [InlineData("/batches?")]
    public async Task Every_answer_as_of_a_batch_names_the_address_at_which_it_stays(string question)
    {
        var address = $"{question}&known-at=artsakh/0001-article".Replace("?&", "?", StringComparison.Ordinal);
        var pinned = (await HeadersAsync(address)).ContentLocation.ToString();

        pinned.ShouldMatch("known-at=[0-9]+");
        (await HeadersAsync(pinned)).CacheControl.ToString().ShouldContain("immutable");
        // Links to further pages name the position too, whichever way it was asked for.
        WithoutNext(await ledger.GetAsync(pinned)).ShouldBe(WithoutNext(await ledger.GetAsync(address)));
    }

    [Theory]
    [InlineData("yyyy-MM-dd'T'HH:mm:ss.ffffff'789Z'")]
    [InlineData("yyyy-MM-dd't'HH:mm:ss.ffffff'z'")]
    [InlineData("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'")]
    [InlineData("yyyy-MM-dd'T'HH:mm:ss.ffffff'-00:00'")]
    public async Task Every_form_of_an_instant_that_RFC_3339_has_is_taken(string format)
    {
        var knownAt = JsonDocument.Parse(await ledger.GetAsync(AtTheHead)).RootElement.GetProperty("knownAt");
        var instant = knownAt
            .GetProperty("recordedAt")
            .GetDateTimeOffset()
            .UtcDateTime.ToString(format, System.Globalization.CultureInfo.InvariantCulture);

        var answer = JsonDocument.Parse(await ledger.GetAsync($"{AtTheHead}&known-at={Uri.EscapeDataString(instant)}")).RootElement;

        answer.GetProperty("knownAt").GetProperty("position").GetInt64().ShouldBe(knownAt.GetProperty("position").GetInt64());
    }

    [Fact]
    public async Task A_leap_second_is_the_last_moment_before_the_next_second()
    {
        var leap = JsonDocument.Parse(await ledger.GetAsync($"{AtTheHead}&known-at=2998-12-31T23:59:60Z")).RootElement;

        leap.GetProperty("self")
            .GetString()
            .ShouldBe(JsonDocument.Parse(await ledger.GetAsync(AtTheHead)).RootElement.GetProperty("self").GetString());
    }

    [Fact]
    public async Task The_same_question_by_position_batch_and_instant_gives_the_same_answer()
    {
        var knownAt = JsonDocument.Parse(await ledger.GetAsync(AtTheHead)).RootElement.GetProperty("knownAt");
        var position = knownAt.GetProperty("position").GetInt64();
        var instant = Uri.EscapeDataString(knownAt.GetProperty("recordedAt").GetString()!);

        var byPosition = await ledger.GetAsync($"{AtTheHead}&known-at={position}");
        (await ledger.GetAsync($"{AtTheHead}&known-at=artsakh/0004-preferences")).ShouldBe(byPosition);
        (await ledger.GetAsync($"{AtTheHead}&known-at={instant}")).ShouldBe(byPosition);
        (await ledger.GetAsync(AtTheHead)).ShouldBe(byPosition);
    }

    [Fact]
    public async Task The_head_of_the_ledger_stands_in_a_header() =>
        (await HeadersAsync($"{AtTheHead}&known-at=0001-article"))["Ledger-Head"]
            .ToString()
            .ShouldBe(JsonDocument.Parse(await ledger.GetAsync("/health/ready")).RootElement.GetProperty("head").GetInt64().ToString());

    [Fact]
    public async Task Any_origin_may_read()
    {
        var result = await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url(AtTheHead);
            scenario.WithRequestHeader("Origin", "https://example.org");
        });

        result.Context.Response.Headers.AccessControlAllowOrigin.ToString().ShouldBe("*");
    }

    private async Task<IHeaderDictionary> HeadersAsync(string address) =>
        (await ledger.Host.Scenario(scenario => scenario.Get.Url(address))).Context.Response.Headers;

    private static string WithoutNext(string answer) => answer.Split(",\"next\":")[0];
}
