using System.Text.Json;
using System.Text.RegularExpressions;
using ArtsakhLedger.Access;
using ArtsakhLedger.Tests.Running;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Access;

/// <summary>Walks the addresses of the OpenAPI document, those that later features add among them.</summary>
public sealed partial class EveryEndpointTests(TrialService trial) : IClassFixture<TrialService>
{
    // By the contract (roles): what changes or sets aside something recorded, and batches.
    private static readonly string[] OfEditors =
    [
        "/corrections",
        "/retractions",
        "/reinstatements",
        "/preferences",
        "/batches",
        "/identifications",
        "/assessments",
    ];

    [Fact]
    public async Task Every_address_that_writes_refuses_whoever_has_no_good_token()
    {
        foreach (var (address, method, _) in await WritingAddressesAsync())
        {
            await (await trial.Host.WriteAsync(address, null, method)).ShouldBeProblemAsync(401, "token-missing");
            await (await trial.Host.WriteAsync(address, "Bearer garbage", method)).ShouldBeProblemAsync(401, "token-invalid");
            await (
                await trial.Host.WriteAsync(address, $"Bearer {Tokens.Of(Role.Editor, until: TimeSpan.FromHours(-1))}", method)
            ).ShouldBeProblemAsync(401, "token-expired");
            await (await trial.Host.WriteAsync(address, $"Bearer {Tokens.Of("reader")}", method)).ShouldBeProblemAsync(403, "role-missing");
        }
    }

    [Fact]
    public async Task What_changes_the_record_refuses_a_contributor_and_nothing_else_does()
    {
        foreach (var (address, method, role) in await WritingAddressesAsync())
        {
            var needed = OfEditors.Any(end => address.EndsWith(end, StringComparison.Ordinal)) ? Role.Editor : Role.Contributor;
            role.ShouldBe(needed, address);
            var result = await trial.Host.WriteAsync(address, $"Bearer {Tokens.OfContributor}", method);
            if (needed == Role.Editor)
            {
                (await result.ShouldBeProblemAsync(403, "role-missing"))
                    .GetProperty("detail")
                    .GetString()!
                    .ShouldContain("needs the role editor");
            }
            else
            {
                result.Context.Response.StatusCode.ShouldNotBeOneOf(401, 403);
            }
        }
    }

    [Fact]
    public async Task The_document_names_every_address_that_writes()
    {
        var described = (await WritingAddressesAsync()).Select(address => $"{address.Method} {address.Address}").ToList();

        var mapped =
            from endpoint in trial
                .Host.Services.GetServices<EndpointDataSource>()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
            from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["any method"]
            where method is not ("GET" or "HEAD" or "OPTIONS")
            select $"{method} {Filled($"/{endpoint.RoutePattern.RawText!.TrimStart('/')}")}";
        described.ShouldBe(mapped, ignoreOrder: true);
    }

    [Fact]
    public async Task The_document_describes_the_bearer_scheme()
    {
        var scheme = (await DocumentAsync()).GetProperty("components").GetProperty("securitySchemes").GetProperty("bearer");

        scheme.GetProperty("type").GetString().ShouldBe("http");
        scheme.GetProperty("scheme").GetString().ShouldBe("bearer");
        scheme.GetProperty("bearerFormat").GetString().ShouldBe("JWT");
    }

    private async Task<IReadOnlyList<(string Address, string Method, string Role)>> WritingAddressesAsync()
    {
        var addresses = (
            from path in (await DocumentAsync()).GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            where operation.Name is "post" or "put" or "patch" or "delete"
            select (Filled(path.Name), operation.Name.ToUpperInvariant(), RoleOf(operation.Value))
        ).ToList();
        addresses.Select(address => address.Item1).ShouldContain(TrialService.ForContributors);
        addresses.Select(address => address.Item1).ShouldContain(TrialService.RequiresEditor);
        return addresses;
    }

    private async Task<JsonElement> DocumentAsync() =>
        JsonDocument
            .Parse(await (await trial.Host.Scenario(scenario => scenario.Get.Url("/openapi/v1.json"))).ReadAsTextAsync())
            .RootElement;

    private static string RoleOf(JsonElement operation) =>
        operation.GetProperty("security").EnumerateArray().Single().GetProperty("bearer").EnumerateArray().Single().GetString()!;

    private static string Filled(string path) => Parameter().Replace(path, "some-id");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
