using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Alba;
using ArtsakhLedger.Database;
using ArtsakhLedger.Tests.Running;
using Xunit;

namespace ArtsakhLedger.Tests.Sources;

/// <summary>A service with a small record of sources whose texts are still to be brought.</summary>
public sealed class ArchiveFixture(PostgresServer server) : IAsyncLifetime
{
    public const string DeclaredText = "Somewhere was proclaimed in 1991. It had an office in Paris. It had an office in Beirut.";

    private readonly TemporaryEvents events = new();
    private DatabaseLocation place = null!;

    public IAlbaHost Host { get; private set; } = null!;

    public string ConnectionString { get; private set; } = "";

    public static string Sha256Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public async ValueTask InitializeAsync()
    {
        events.Write(
            "somewhere",
            "0001-first",
            "all.yaml",
            $$"""
            entities:
              - { id: somewhere, kind: polity, names: [{ text: Somewhere, language: en }], reason: test }
              - { id: paris, kind: municipality, names: [{ text: Paris, language: en }], reason: test }
            sources:
              - id: declared
                csl: { type: document, title: A declared text }
                snapshots: [{ sha256: {{Sha256Of(DeclaredText)}}, length: {{DeclaredText.Length}} }]
                reason: test
              - id: another-length
                csl: { type: document, title: A text of another length }
                snapshots: [{ sha256: {{Sha256Of("Too short.")}}, length: 99 }]
                reason: test
              - { id: textless, csl: { type: document, title: A document without a text }, reason: test }
              - { id: second, csl: { type: document, title: A document without a text }, reason: test }
              - { id: third, csl: { type: document, title: A document without a text }, reason: test }
              - { id: fourth, csl: { type: document, title: A document without a text }, reason: test }
              - { id: fifth, csl: { type: document, title: A document without a text }, reason: test }
              - { id: sixth, csl: { type: document, title: A document without a text }, reason: test }
              - { id: seventh, csl: { type: document, title: A document without a text }, reason: test }
              - { id: many, csl: { type: document, title: A document without a text }, reason: test }
              - { id: corrected, csl: { type: document, title: A document without a text }, reason: test }
              - { id: excerpt, csl: { type: document, title: An excerpt }, excerptOnly: true, reason: test }
            facts:
              - id: proclaimed
                type: state-proclaimed
                date: "1991"
                citations:
                  - { source: declared, quote: proclaimed in 1991, start: 14, end: 32 }
                  - { source: textless, quote: it was founded in 1991 }
                  - { source: textless, quote: a new state }
                  - { source: excerpt, quote: an independent state }
              - id: office
                type: office-opened
                city: paris
                citations:
                  - { source: declared, quote: an office in Paris, start: 41, end: 59 }
            """
        );
        ConnectionString = await server.CreateDatabaseAsync();
        (place, Host) = await LedgerFixture.StartAsync(ConnectionString, events.Folder);
    }

    /// <summary>Brings a text to a source.</summary>
    public async Task<(int Status, JsonElement Body)> BringAsync(
        string source,
        byte[] bytes,
        string? token = null,
        string query = "",
        string type = "text/plain; charset=utf-8"
    )
    {
        var result = await Host.Scenario(scenario =>
        {
            scenario.Post.Url($"/sources/{source}/snapshots{query}");
            scenario.WithBearerToken(token ?? Tokens.OfContributor);
            scenario.ConfigureHttpContext(context =>
            {
                context.Request.ContentType = type;
                context.Request.ContentLength = bytes.Length;
                context.Request.Body = new MemoryStream(bytes);
            });
            scenario.IgnoreStatusCode();
        });
        return (result.Context.Response.StatusCode, JsonDocument.Parse(await result.ReadAsTextAsync()).RootElement);
    }

    public Task<(int Status, JsonElement Body)> BringAsync(string source, string text, string query = "") =>
        BringAsync(source, Encoding.UTF8.GetBytes(text), query: query);

    /// <summary>Records a fact.</summary>
    public async Task<(int Status, JsonElement Body)> RecordAsync(string fact)
    {
        var result = await Host.Scenario(scenario =>
        {
            scenario.Post.Url("/facts");
            scenario.WithBearerToken(Tokens.OfContributor);
            scenario.ConfigureHttpContext(context =>
            {
                var bytes = Encoding.UTF8.GetBytes(fact);
                context.Request.ContentType = "application/json";
                context.Request.ContentLength = bytes.Length;
                context.Request.Body = new MemoryStream(bytes);
            });
            scenario.IgnoreStatusCode();
        });
        return (result.Context.Response.StatusCode, JsonDocument.Parse(await result.ReadAsTextAsync()).RootElement);
    }

    public async Task<JsonElement> QueryAsync(string address) =>
        JsonDocument.Parse(await (await Host.Scenario(scenario => scenario.Get.Url(address))).ReadAsTextAsync()).RootElement;

    public async Task<long> HeadAsync() => (await QueryAsync("/health/ready")).GetProperty("head").GetInt64();

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await place.DisposeAsync();
        events.Dispose();
    }
}
