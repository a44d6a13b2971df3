using System.Globalization;
using Alba;
using ArtsakhLedger.Access;
using ArtsakhLedger.Database;
using ArtsakhLedger.Tests.Access;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Limits;

/// <summary>A service that lets two requests that write through in a minute.</summary>
public sealed class WriteRateTests : IAsyncLifetime
{
    private readonly DatabaseLocation nowhere = DatabaseLocation.At("Host=127.0.0.1;Port=1");
    private IAlbaHost host = null!;

    public async ValueTask InitializeAsync() =>
        host = await TrialService.StartAsync(nowhere, builder => builder.Configuration["Access:WritesPerMinute"] = "2");

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await nowhere.DisposeAsync();
    }

    [Fact]
    public async Task An_author_who_writes_too_often_is_told_when_to_come_again_and_others_write_on()
    {
        var jane = $"Bearer {Tokens.Of(Role.Contributor, subject: "jane")}";
        await UseUpAsync(jane, 200);

        var refused = await host.WriteAsync(TrialService.ForContributors, jane);

        await refused.ShouldBeProblemAsync(429, "too-many-requests");
        int.Parse(refused.Context.Response.Headers.RetryAfter.ToString(), CultureInfo.InvariantCulture).ShouldBeInRange(1, 60);
        (
            await host.WriteAsync(TrialService.ForContributors, $"Bearer {Tokens.Of(Role.Contributor, subject: "john")}")
        ).Context.Response.StatusCode.ShouldBe(200);
    }

    [Fact]
    public async Task Bad_tokens_are_not_tried_without_end_and_good_ones_from_the_same_address_are_let_through()
    {
        await UseUpAsync("Bearer garbage", 401);

        await (await host.WriteAsync(TrialService.ForContributors, "Bearer other-garbage")).ShouldBeProblemAsync(429, "too-many-requests");
        await (await host.WriteAsync(TrialService.ForContributors, null)).ShouldBeProblemAsync(429, "too-many-requests");
        (await host.WriteAsync(TrialService.ForContributors, $"Bearer {Tokens.OfContributor}")).Context.Response.StatusCode.ShouldBe(200);
    }

    [Fact]
    public async Task Reading_is_not_counted()
    {
        for (var question = 0; question < 10; question++)
        {
            (await host.WriteAsync("/health/live", null, "GET")).Context.Response.StatusCode.ShouldBe(200);
        }
    }

    private async Task UseUpAsync(string authorization, int status)
    {
        for (var request = 0; request < 2; request++)
        {
            (await host.WriteAsync(TrialService.ForContributors, authorization)).Context.Response.StatusCode.ShouldBe(status);
        }
    }
}
