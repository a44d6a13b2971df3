using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace ArtsakhLedger.Http;

/// <summary>Sends problems as problem details (RFC 9457), or as a page to a browser.</summary>
public static class ProblemAnswers
{
    /// <summary>The stable identifier of a kind of problem, the same for every ledger.</summary>
    public static string TypeOf(string name) => $"urn:ledger:problem:{name}";

    public static async Task WriteAsync(HttpContext context, RequestProblem problem)
    {
        context.Response.StatusCode = problem.Status;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "2";
        }

        context.Response.Headers.CacheControl = "no-store";
        if (await IOutcomePages.Of(context).TryShowAsync(problem, context))
        {
            return;
        }

        var details = new ProblemDetails
        {
            Type = TypeOf(problem.Type),
            Title = problem.Title,
            Status = problem.Status,
            Detail = problem.Message,
            Instance = context.Request.Path,
        };
        if (problem.Parameter is not null)
        {
            details.Extensions["parameter"] = problem.Parameter;
        }

        foreach (var (name, value) in problem.Members)
        {
            details.Extensions[name] = value;
        }

        await context.Response.WriteAsJsonAsync(details, Representation.JsonOf(context), "application/problem+json");
    }

    /// <summary>Adds details to errors for which the framework only sets a status: an unknown address, a method that is not
    /// allowed.</summary>
    public static Task OfStatusAsync(StatusCodeContext refused)
    {
        var (status, headers) = (refused.HttpContext.Response.StatusCode, refused.HttpContext.Response.Headers);
        if (headers.Allow.ToString().Split(", ").Contains(HttpMethods.Get))
        {
            headers.Allow = $"{headers.Allow}, {HttpMethods.Head}";
        }

        return WriteAsync(
            refused.HttpContext,
            new(
                status,
                status == StatusCodes.Status404NotFound ? "no-such-address" : $"http-{status}",
                status == StatusCodes.Status404NotFound ? "There is nothing at this address." : $"{ReasonPhrases.GetReasonPhrase(status)}.",
                "GET /docs shows all addresses, with what each accepts."
            )
        );
    }
}
