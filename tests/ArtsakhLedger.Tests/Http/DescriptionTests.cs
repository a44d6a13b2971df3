using System.Text.Json;
using ArtsakhLedger.Database;
using ArtsakhLedger.Documentation;
using ArtsakhLedger.Serving;
using ArtsakhLedger.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Shouldly;
using Wolverine.Http;
using Xunit;

namespace ArtsakhLedger.Tests.Http;

public sealed class DescriptionTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    [Fact]
    public async Task OpenAPI_lists_every_address_with_its_parameters()
    {
        var document = JsonDocument.Parse(await ledger.GetAsync("/openapi/v1.json")).RootElement;

        document.GetProperty("openapi").GetString()!.ShouldStartWith("3.1");
        var paths = document.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList();
        paths.ShouldBe(
            ledger
                .Host.Services.GetServices<EndpointDataSource>()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<HttpChain>() is not null)
                .Select(endpoint => endpoint.RoutePattern.RawText!.Replace("*", "", StringComparison.Ordinal))
                .Distinct(),
            ignoreOrder: true
        );
        document
            .GetProperty("paths")
            .GetProperty("/polities/{polity}/state")
            .GetProperty("get")
            .GetProperty("parameters")
            .EnumerateArray()
            .Select(parameter => parameter.GetProperty("name").GetString())
            .ShouldBe(["polity", "on", "known-at", "kind", "source", "rules", "If-None-Match"], ignoreOrder: true);
    }

    [Fact]
    public async Task OpenAPI_says_what_every_address_does_what_every_parameter_is_and_how_it_refuses()
    {
        var document = JsonDocument.Parse(await ledger.GetAsync("/openapi/v1.json")).RootElement;

        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var what = $"{operation.Name} {path.Name}";
                operation.Value.GetProperty("summary").GetString().ShouldNotBeNullOrWhiteSpace(what);
                operation
                    .Value.GetProperty("responses")
                    .GetProperty("400")
                    .GetProperty("content")
                    .TryGetProperty("application/problem+json", out _)
                    .ShouldBeTrue(what);
                foreach (
                    var parameter in operation.Value.TryGetProperty("parameters", out var parameters)
                        ? parameters.EnumerateArray().ToArray()
                        : []
                )
                {
                    parameter.TryGetProperty("description", out var description).ShouldBeTrue($"{what}: {parameter}");
                    description.GetString().ShouldNotBe("Gives up.", what);
                }
            }
        }

        Refuses(document, "/facts/{id}/corrections", "post", "412").ShouldBeTrue();
        Refuses(document, "/facts", "post", "412").ShouldBeFalse();
        Refuses(document, "/polities/{polity}/state", "get", "410").ShouldBeTrue();
        Refuses(document, "/facts/{id}", "get", "410").ShouldBeFalse();
        document.GetRawText().ShouldNotContain("\"True\"");
    }

    [Fact]
    public async Task The_OpenAPI_document_is_made_once_and_told_apart_by_an_ETag()
    {
        var first = await ledger.Host.Scenario(scenario => scenario.Get.Url("/openapi/v1.json"));
        var tag = first.Context.Response.Headers.ETag.ToString();
        tag.ShouldNotBeEmpty();
        await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url("/openapi/v1.json");
            scenario.WithRequestHeader("If-None-Match", tag);
            scenario.StatusCodeShouldBe(304);
        });
    }

    [Fact]
    public async Task The_OpenAPI_document_is_made_once_for_its_own_address_and_both_pages()
    {
        await using var place = DatabaseLocation.None();
        var builder = LedgerService.BuilderFor(place);
        var made = new CountedDocument();
        builder.Services.AddKeyedSingleton<IOpenApiDocumentProvider>(DescribedService.Document, made);
        await using var app = builder.Build();
        var endpoints = new CountedEndpoints(app.Services);
        DescribedService.Map(endpoints);

        foreach (var endpoint in endpoints.All.Concat(endpoints.All))
        {
            var context = new DefaultHttpContext { RequestServices = app.Services };
            context.Response.Body = new MemoryStream();
            await endpoint.RequestDelegate!(context);
            context.Response.StatusCode.ShouldBe(200);
        }

        made.Times.ShouldBe(1);
    }

    [Theory]
    [InlineData("/docs")]
    [InlineData("/docs/")]
    [InlineData("/docs/schemas")]
    public async Task The_documentation_is_a_light_page_without_scripts_that_leads_back(string address)
    {
        var page = await ledger.GetAsync(address);
        page.ShouldStartWith("<!DOCTYPE html>");
        page.ShouldContain("<html lang=\"en\"");
        page.ShouldContain("<h1>");
        page.ShouldContain("href=\"/polities\"");
        page.ShouldContain("href=\"/guide\"");
        page.ShouldNotContain("<script");
        page.Length.ShouldBeLessThan(400_000);
    }

    [Fact]
    public async Task The_documentation_has_every_address_and_every_schema()
    {
        var document = JsonDocument.Parse(await ledger.GetAsync("/openapi/v1.json")).RootElement;
        var addresses = await ledger.GetAsync("/docs");
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                addresses.ShouldContain($"<code>{operation.Name.ToUpperInvariant()} {path.Name}</code>");
            }
        }

        var schemas = await ledger.GetAsync("/docs/schemas");
        foreach (var schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            schemas.ShouldContain($"<h2 id=\"{schema.Name}\">");
        }
    }

    [Fact]
    public async Task The_polities_are_listed_with_their_names() =>
        (await ledger.GetAsync("/polities")).ShouldBe(
            """{"items":[{"id":"artsakh","name":"Republic of Artsakh","state":"/polities/artsakh/state"}]}"""
        );

    [Fact]
    public async Task The_service_says_that_it_lives_and_is_ready()
    {
        (await ledger.GetAsync("/health/live")).ShouldContain("live");
        JsonDocument.Parse(await ledger.GetAsync("/health/ready")).RootElement.GetProperty("status").GetString().ShouldBe("ready");
    }

    [Fact]
    public async Task Every_entry_of_an_answer_leads_to_its_facts_and_each_fact_to_its_source()
    {
        var state = JsonDocument.Parse(await ledger.GetAsync("/polities/artsakh/state?on=2006-11-17&known-at=0001-article")).RootElement;
        foreach (var link in state.GetProperty("entries").EnumerateArray().SelectMany(entry => entry.GetProperty("facts").EnumerateArray()))
        {
            var fact = JsonDocument.Parse(await ledger.GetAsync(link.GetString()!)).RootElement;
            fact.GetProperty("citations").GetArrayLength().ShouldBeGreaterThan(0);
            fact.GetProperty("batch").GetString().ShouldBe("artsakh/0001-article");
            fact.GetProperty("position").GetInt64().ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public async Task A_fact_says_what_the_article_says_and_where()
    {
        var fact = JsonDocument.Parse(await ledger.GetAsync("/facts/vasily-atajanyan-foreign-minister")).RootElement;

        fact.GetProperty("type").GetString().ShouldBe("minister-appointed");
        fact.GetProperty("date").GetString().ShouldBe("2011/2012");
        fact.GetProperty("person").GetString().ShouldBe("vasily-atajanyan");
        fact.GetProperty("capacity").GetString().ShouldBe("acting");
        fact.GetProperty("citations")
            .EnumerateArray()
            .Select(citation => citation.GetProperty("quote").GetString())
            .ShouldContain("2011–2012: Vasily Atajanyan (acting)");
    }

    [Fact]
    public async Task A_row_whose_party_is_unnamed_stays_unnamed_and_opens_no_recognition()
    {
        var row = JsonDocument.Parse(await ledger.GetAsync("/facts/artsakh-recognition-table-row-1")).RootElement;

        row.GetProperty("actor").GetProperty("unnamed").GetString().ShouldBe("a non-UN member state");
        row.GetProperty("actor")
            .GetProperty("mayBe")
            .EnumerateArray()
            .Select(id => id.GetString())
            .ShouldBe(["abkhazia", "south-ossetia", "transnistria"], ignoreOrder: true);
        row.GetProperty("episodes").GetArrayLength().ShouldBe(0);
    }

    private static bool Refuses(JsonElement document, string path, string method, string status) =>
        document.GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("responses").TryGetProperty(status, out _);

    private sealed class CountedDocument : IOpenApiDocumentProvider
    {
        public int Times { get; private set; }

        public Task<OpenApiDocument> GetOpenApiDocumentAsync(CancellationToken cancellationToken = default)
        {
            Times++;
            return Task.FromResult(
                new OpenApiDocument
                {
                    Info = new() { Title = "trial", Version = "1" },
                    Paths = [],
                }
            );
        }
    }

    private sealed class CountedEndpoints(IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IReadOnlyList<RouteEndpoint> All => [.. DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);
    }
}
