using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Tests.Feed;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages.Contributing;

/// <summary>A small record of its own, for those who contribute to it: a polity, a town, a source whose text is here, and one that is known by an excerpt.</summary>
public sealed class ContributedLedger(PostgresServer server) : IAsyncLifetime
{
    public const string Text = "Somewhere was proclaimed in 1991. It had an office in Paris from May 2012. It had an office in Beirut.";

    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private readonly TemporaryEvents events = new();
    private ListeningLedger ledger = null!;

    public HttpClient Client { get; private set; } = null!;

    public string Address => ledger.Address.GetLeftPart(UriPartial.Authority);

    public async ValueTask InitializeAsync()
    {
        events.Write(
            "somewhere",
            "0001-first",
            "all.yaml",
            """
            entities:
              - { id: somewhere, kind: polity, names: [{ text: Somewhere, language: en }], reason: test }
              - { id: beirut, kind: municipality, names: [{ text: Beirut, language: en }], reason: test }
              - { id: paris, kind: municipality, names: [{ text: Paris, language: en }], reason: test }
            sources:
              - { id: gazette, csl: { type: document, title: A gazette }, reason: test }
              - { id: excerpt, csl: { type: document, title: An excerpt }, excerptOnly: true, reason: test }
            facts:
              - { id: proclaimed, type: state-proclaimed, date: "1991", citations: [{ source: excerpt, quote: proclaimed in 1991 }] }
            """
        );
        ledger = await ListeningLedger.StartAsync(await server.CreateDatabaseAsync(), events.Folder);
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = ledger.Address };
        using var text = new HttpRequestMessage(HttpMethod.Post, "/sources/gazette/snapshots") { Content = new StringContent(Text) };
        text.Headers.Authorization = new("Bearer", Tokens.OfContributor);
        (await Client.SendAsync(text)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    public async Task<long> HeadAsync() => (await ledger.Get<LedgerReader>().HeadAsync(TestContext.Current.CancellationToken)).Position;

    /// <summary>Sends a form as a browser does.</summary>
    public async Task<(int Status, string Page)> SendAsync(params IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/contribute") { Content = form };
        request.Headers.Accept.ParseAdd(Browser);
        using var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.Content.Headers.ContentType.ShouldBe(MediaTypeHeaderValue.Parse("text/html; charset=utf-8"));
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("form-action 'self'");
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>A form that can be recorded: an office in Paris, since some year.</summary>
    public static IEnumerable<(string Name, string Value)> Office(int year, string press, string token, string key) =>
        [
            ("type", "office-opened"),
            ("key", key),
            ("polity", "somewhere"),
            ("date", year.ToString(CultureInfo.InvariantCulture)),
            ("city", "paris"),
            ("city/unnamed", ""),
            ("city/mayBe", ""),
            ("note", ""),
            ("id", ""),
            ("citations/0/source", "gazette"),
            ("citations/0/quote", "an office in Paris"),
            ("citations/0/prefix", ""),
            ("token", token),
            ("press", press),
        ];

    public async Task<JsonNode> QueryAsync(string address) =>
        JsonNode.Parse(await Client.GetStringAsync(new Uri(address, UriKind.Relative)))!;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await ledger.DisposeAsync();
        events.Dispose();
    }
}
