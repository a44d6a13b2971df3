using System.Text;
using System.Text.Json.Nodes;
using Alba;
using ArtsakhLedger.Tests.Running;
using Shouldly;

namespace ArtsakhLedger.Tests.Recording;

/// <summary>Requests as a contributor or an editor sends them.</summary>
public static class Requests
{
    /// <summary>Sends a body, with whatever headers, as whoever a token names.</summary>
    public static Task<HttpResponseMessage> SendAsync(
        this IAlbaHost host,
        string address,
        string body,
        string? token,
        params (string Name, string Value)[] headers
    ) => host.SendAsync(address, Encoding.UTF8.GetBytes(body), token, headers);

    public static async Task<HttpResponseMessage> SendAsync(
        this IAlbaHost host,
        string address,
        byte[] body,
        string? token,
        params (string Name, string Value)[] headers
    )
    {
        using var client = host.Server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        if (token is not null)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        foreach (var (name, value) in headers)
        {
            if (name == "Content-Type")
            {
                request.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(value);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await client.SendAsync(request);
    }

    /// <summary>Sends what is recorded, and gives the answer.</summary>
    public static async Task<JsonNode> RecordAsync(
        this IAlbaHost host,
        string address,
        string body,
        string token,
        params (string Name, string Value)[] headers
    )
    {
        using var result = await host.SendAsync(address, body, token, headers);
        var text = await result.Content.ReadAsStringAsync();
        ((int)result.StatusCode).ShouldBe(201, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>Holds that something is refused, and gives the problem.</summary>
    public static async Task<JsonNode> RefuseAsync(
        this IAlbaHost host,
        int status,
        string type,
        string address,
        string body,
        string token,
        params (string Name, string Value)[] headers
    )
    {
        using var result = await host.SendAsync(address, body, token, headers);
        return await result.ShouldBeProblemAsync(status, type);
    }

    public static async Task<JsonNode> ShouldBeProblemAsync(this HttpResponseMessage result, int status, string type)
    {
        var text = await result.Content.ReadAsStringAsync();
        ((int)result.StatusCode).ShouldBe(status, text);
        var problem = JsonNode.Parse(text)!;
        problem["type"]!.ToString().ShouldBe($"urn:ledger:problem:{type}", text);
        return problem;
    }

    /// <summary>A change of the version that a fact has now.</summary>
    public static async Task<JsonNode> ChangeAsync(this IAlbaHost host, string fact, string change, string body) =>
        await host.RecordAsync($"/facts/{fact}/{change}", body, Tokens.OfEditor, ("If-Match", await host.TagAsync($"/facts/{fact}")));

    public static async Task<string> TagAsync(this IAlbaHost host, string address) =>
        (await host.Scenario(scenario => scenario.Get.Url(address))).Context.Response.Headers.ETag.ToString();

    public static async Task<JsonNode> QueryAsync(this IAlbaHost host, string address) =>
        JsonNode.Parse((await host.Scenario(scenario => scenario.Get.Url(address))).ReadAsText())!;

    public static async Task<long> HeadAsync(this IAlbaHost host) => (await host.QueryAsync("/health/ready"))["head"]!.GetValue<long>();
}
