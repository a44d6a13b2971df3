using System.Net;
using System.Text.RegularExpressions;
using ArtsakhLedger.Database;
using ArtsakhLedger.Serving;
using ArtsakhLedger.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Http;

/// <summary>Which address citations and canonical links name.</summary>
public sealed class PublicAddressTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private const string Proxy = "10.1.2.3";

    [Fact]
    public async Task The_public_address_is_named_whatever_the_request_was_sent_to() =>
        (await SeenAsync(Proxy, "https", "ledger.example.net", ("PublicAddress", "https://ledger.example.org/"))).ShouldBe(
            "https://ledger.example.org"
        );

    [Theory]
    [InlineData(Proxy, "10.1.2.3")]
    [InlineData(Proxy, "192.0.2.1, 10.1.0.0/16")]
    [InlineData("2001:db8::7", "2001:db8::/32")]
    public async Task A_proxy_that_is_named_says_what_it_was_asked_for(string from, string trusted) =>
        (await SeenAsync(from, "https", "ledger.example.net", ("TrustedProxies", trusted))).ShouldBe("https://ledger.example.net");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("10.1.2.4, 10.2.0.0/16")]
    public async Task Nobody_else_does(string? trusted) =>
        (await SeenAsync(Proxy, "https", "ledger.example.net", ("TrustedProxies", trusted))).ShouldBe("http://inner:5080");

    [Fact]
    public async Task Not_even_who_is_on_the_same_machine() =>
        (await SeenAsync("127.0.0.1", "https", "evil.example", ("TrustedProxies", "10.1.2.3"))).ShouldBe("http://inner:5080");

    [Theory]
    [InlineData("PublicAddress", "ledger.example.org")]
    [InlineData("PublicAddress", "ftp://ledger.example.org")]
    [InlineData("PublicAddress", "https://ledger.example.org/ledger")]
    [InlineData("PublicAddress", "https://ledger.example.org/?a=b")]
    [InlineData("PublicAddress", "https://me@ledger.example.org")]
    [InlineData("TrustedProxies", "proxy")]
    [InlineData("TrustedProxies", "10.0.0.0/33")]
    public void What_cannot_be_used_is_said(string setting, string value) =>
        Should.Throw<SettingException>(() => PublicAddress.From(Configured((setting, value)))).Message.ShouldContain(value);

    [Fact]
    public async Task A_page_has_a_canonical_link_with_its_parameters_in_one_order()
    {
        var page = await PageAsync("/polities/artsakh/state?known-at=0001-article&on=2006-06-01");

        Regex
            .Match(page, "<link rel=\"canonical\" href=\"(?<address>[^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Groups["address"]
            .Value.ShouldBe("http://localhost/polities/artsakh/state?on=2006-06-01&amp;known-at=0001-article");
        (await PageAsync("/guide")).ShouldNotContain("canonical");
    }

    [Theory]
    [InlineData("/polities/artsakh/state?utm_source=letter&on=2006-06-01&fbclid=abc", "/polities/artsakh/state?on=2006-06-01")]
    [InlineData("/polities/artsakh/timeline?FBCLID=a&utm_medium=x&utm_medium=y", "/polities/artsakh/timeline")]
    [InlineData("/entities?q=%C5%9Eu%C5%9Fa%20%26%20a&gclid=1", "/entities?q=%C5%9Eu%C5%9Fa%20%26%20a")]
    [InlineData("/episodes/artsakh/office/paris?mc_cid=1", "/episodes/artsakh/office/paris")]
    [InlineData("/facts/artsakh-dissolved?utm_id=1&onn=2006", "/facts/artsakh-dissolved?onn=2006")]
    public async Task A_shared_link_opens_without_what_others_added(string address, string without)
    {
        using var client = ledger.Host.Server.CreateClient();
        using var page = await AskAsync(client, address, "text/html,application/xhtml+xml,*/*;q=0.8");
        using var json = await AskAsync(client, address, "application/json");

        page.StatusCode.ShouldBe(HttpStatusCode.Found);
        page.Headers.Location!.ToString().ShouldBe(without);
        json.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_mistyped_parameter_stays_an_error()
    {
        using var client = ledger.Host.Server.CreateClient();
        using var page = await AskAsync(client, "/polities/artsakh/state?onn=2006", "text/html");

        page.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient client, string address, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", accept).ShouldBeTrue();
        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<string> PageAsync(string address)
    {
        using var client = ledger.Host.Server.CreateClient();
        using var page = await AskAsync(client, address, "text/html");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The address that a request seems to have been sent to, once it went through the settings.</summary>
    private static async Task<string> SeenAsync(string from, string proto, string host, params (string Name, string? Value)[] settings)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var app = new ApplicationBuilder(services);
        PublicAddress.From(Configured(settings)).Use(app);
        app.Run(_ => Task.CompletedTask);
        var context = new DefaultHttpContext { RequestServices = services };
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        (context.Request.Scheme, context.Request.Host) = ("http", new("inner:5080"));
        context.Request.Headers["X-Forwarded-Proto"] = proto;
        context.Request.Headers["X-Forwarded-Host"] = host;
        context.Request.Headers["X-Forwarded-For"] = "203.0.113.9";
        await app.Build()(context);
        return $"{context.Request.Scheme}://{context.Request.Host}";
    }

    private static IConfiguration Configured(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Name, one.Value))).Build();
}
