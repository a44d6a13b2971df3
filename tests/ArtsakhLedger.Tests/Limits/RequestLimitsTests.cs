using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ArtsakhLedger.Access;
using ArtsakhLedger.Database;
using ArtsakhLedger.Serving;
using ArtsakhLedger.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Limits;

/// <summary>The service on its real server, with addresses more that read a body in the ways that an endpoint may.</summary>
public sealed class RequestLimitsTests : IAsyncLifetime
{
    private const int LargerLimit = 2_000_000;

    private readonly DatabaseLocation nowhere = DatabaseLocation.At("Host=127.0.0.1;Port=1");
    private readonly HttpClient client = new();
    private WebApplication app = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = LedgerService.BuilderFor(nowhere);
        builder.Configuration["Access:KeyFile"] = Tokens.KeyFile;
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        LedgerService.Map(app);
        app.MapPost("/trial/json", (JsonElement body) => body.GetProperty("text").GetString()!.Length);
        app.MapPost(
            "/trial/lenient",
            async (HttpContext context) =>
            {
                try
                {
                    return Results.Ok((await context.Request.ReadFromJsonAsync<JsonElement>()).GetProperty("text").GetString()!.Length);
                }
                catch (Exception broken) when (broken is JsonException or IOException)
                {
                    return Results.StatusCode(400);
                }
            }
        );
        app.MapPost(
            "/trial/large",
            [RequestSizeLimit(LargerLimit)]
            async (HttpContext context) =>
            {
                using var whole = new MemoryStream();
                await context.Request.Body.CopyToAsync(whole);
                return whole.Length;
            }
        );
        await app.StartAsync(Cancellation);
        client.BaseAddress = new(app.Urls.Single());
        client.DefaultRequestHeaders.Authorization = new("Bearer", Tokens.OfContributor);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.StopAsync(Cancellation);
        await app.DisposeAsync();
        await nowhere.DisposeAsync();
    }

    [Theory]
    [InlineData("/trial/json", false)]
    [InlineData("/trial/json", true)]
    [InlineData("/trial/lenient", false)]
    [InlineData("/trial/lenient", true)]
    public async Task A_body_of_more_than_a_megabyte_is_refused_whether_or_not_it_says_its_length(string address, bool chunked)
    {
        using var largest = await client.SendAsync(Request(address, JsonOf((int)RequestLimits.BodyBytes), chunked), Cancellation);
        using var larger = await client.SendAsync(Request(address, JsonOf((int)RequestLimits.BodyBytes + 1), chunked), Cancellation);

        largest.StatusCode.ShouldBe(HttpStatusCode.OK);
        await ShouldBeProblemAsync(larger, 413, "body-too-large", "This address accepts at most 1000000 bytes.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_endpoint_may_take_more(bool chunked)
    {
        using var largest = await client.SendAsync(Request("/trial/large", new byte[LargerLimit], chunked), Cancellation);
        using var larger = await client.SendAsync(Request("/trial/large", new byte[LargerLimit + 1], chunked), Cancellation);

        (await largest.Content.ReadAsStringAsync(Cancellation)).ShouldBe("2000000");
        await ShouldBeProblemAsync(larger, 413, "body-too-large", "This address accepts at most 2000000 bytes.");
    }

    [Fact]
    public async Task A_very_long_address_is_told_how_long_it_may_be()
    {
        using var longest = await client.GetAsync(
            $"/health/live?{new string('q', RequestLimits.AddressLength - "/health/live?".Length)}",
            Cancellation
        );
        using var longer = await client.GetAsync($"/health/live?{new string('q', RequestLimits.AddressLength)}", Cancellation);
        using var endless = await client.GetAsync($"/health/live?{new string('q', 100_000)}", Cancellation);

        longest.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await ShouldBeProblemAsync(longer, 414, "address-too-long", "Path and query have 8013 characters; 8000 are allowed.");
        endless.StatusCode.ShouldBe(HttpStatusCode.RequestUriTooLong);
    }

    [Fact]
    public async Task Very_large_headers_are_told_how_large_they_may_be()
    {
        using var large = await client.SendAsync(WithHeader(30_000), Cancellation);
        using var larger = await client.SendAsync(WithHeader(40_000), Cancellation);
        using var endless = await client.SendAsync(WithHeader(200_000), Cancellation);

        large.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ShouldBeProblemAsync(larger, 431, "headers-too-large")).ShouldEndWith("bytes; 32768 are allowed.");
        endless.StatusCode.ShouldBe(HttpStatusCode.RequestHeaderFieldsTooLarge);
    }

    private static HttpRequestMessage WithHeader(int length)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.Add("X-Long", new string('h', length));
        return request;
    }

    private static HttpRequestMessage Request(string address, byte[] body, bool chunked)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = chunked;

        // A server that refuses by the length alone reads nothing of the body, and closes; who sends without asking may find the connection closed before the answer is read.
        request.Headers.ExpectContinue = !chunked;
        return request;
    }

    private static byte[] JsonOf(int bytes)
    {
        const string Frame = """{"text":""}""";
        return Encoding.UTF8.GetBytes(Frame.Insert(Frame.Length - 2, new string('t', bytes - Frame.Length)));
    }

    private static async Task ShouldBeProblemAsync(HttpResponseMessage answer, int status, string type, string detail) =>
        (await ShouldBeProblemAsync(answer, status, type)).ShouldBe(detail);

    private static async Task<string> ShouldBeProblemAsync(HttpResponseMessage answer, int status, string type)
    {
        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        problem.GetProperty("type").GetString().ShouldBe($"urn:ledger:problem:{type}");
        return problem.GetProperty("detail").GetString()!;
    }
}
