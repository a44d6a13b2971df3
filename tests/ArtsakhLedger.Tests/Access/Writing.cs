using System.Text.Json;
using Alba;
using Shouldly;

namespace ArtsakhLedger.Tests.Access;

/// <summary>Requests that would write, and what comes of them.</summary>
public static class Writing
{
    public static async Task<IScenarioResult> WriteAsync(
        this IAlbaHost host,
        string address,
        string? authorization,
        string method = "POST"
    ) =>
        await host.Scenario(scenario =>
        {
            scenario.ConfigureHttpContext(context =>
            {
                context.Request.Method = method;
                context.Request.Path = address;
                context.Request.ContentType = "application/json";
                if (authorization is not null)
                {
                    context.Request.Headers.Authorization = authorization;
                }
            });
            scenario.IgnoreStatusCode();
        });

    /// <summary>Holds that an answer is a problem of a kind, and gives it.</summary>
    public static async Task<JsonElement> ShouldBeProblemAsync(this IScenarioResult result, int status, string type)
    {
        var body = await result.ReadAsTextAsync();
        result.Context.Response.StatusCode.ShouldBe(status, body);
        result.Context.Response.ContentType.ShouldBe("application/problem+json");
        var problem = JsonDocument.Parse(body).RootElement;
        problem.GetProperty("type").GetString().ShouldBe($"urn:ledger:problem:{type}");
        problem.GetProperty("status").GetInt32().ShouldBe(status);
        return problem;
    }
}
