using System.Net.Sockets;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Pages.Problems;
using ArtsakhLedger.Serving;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Npgsql;
using TransparencyLog;

namespace ArtsakhLedger.Http;

/// <summary>Turns whatever goes wrong into problem details (RFC 9457), and into a page for who asked for one.</summary>
public sealed class ProblemAnswers(DatabaseWatch watch, ILogger<ProblemAnswers> log) : IExceptionHandler
{
    // Beginnings of SQLSTATEs: no connection, no admission, no such database, no room, stopped or starting, its disk fails; or a replica broke
    // a read off because it stood in the way of what is replayed.
    private static readonly string[] AwayStates = ["08", "28", "3D", "53", "57P", "58", "40001"];

    /// <summary>The stable identifier of a kind of problem.</summary>
    public static string TypeOf(string name) => $"urn:artsakh-ledger:problem:{name}";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            RequestProblem request => request,
            CanonicalJsonException inexact => new(StatusCodes.Status400BadRequest, "cannot-be-kept", "A value cannot be kept exactly as it is.", inexact.Message),
            BadHttpRequestException bad => new(bad.StatusCode, "malformed-request", "The request is malformed.", bad.Message),
            _ when IsDatabaseAway(exception) => DatabaseAway(exception),
            _ => Unexpected(exception),
        };
        await WriteAsync(httpContext, problem);
        return true;
    }

    public static async Task WriteAsync(HttpContext context, RequestProblem problem)
    {
        context.Response.StatusCode = problem.Status;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "2";
        }

        context.Response.Headers.CacheControl = "no-store";
        if (Representation.PrefersPage(context.Request))
        {
            await ProblemPages.WriteAsync(context, problem);
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

        await context.Response.WriteAsJsonAsync(details, FactJson.Options, "application/problem+json");
    }

    /// <summary>What the framework refuses by its status alone: an address that is none, a method that it does not take.</summary>
    public static Task OfStatusAsync(StatusCodeContext refused)
    {
        var (status, headers) = (refused.HttpContext.Response.StatusCode, refused.HttpContext.Response.Headers);
        if (headers.Allow.ToString().Split(", ").Contains(HttpMethods.Get))
        {
            headers.Allow = $"{headers.Allow}, {HttpMethods.Head}";
        }

        return WriteAsync(refused.HttpContext, new(
            status,
            status == StatusCodes.Status404NotFound ? "no-such-address" : $"http-{status}",
            status == StatusCodes.Status404NotFound ? "There is nothing at this address." : $"{ReasonPhrases.GetReasonPhrase(status)}.",
            "GET /docs shows all addresses, with what each takes."));
    }

    /// <summary>True where the database is not there, does not let us in, or broke off: no fault of the question, and over when it is back.</summary>
    public static bool IsDatabaseAway(Exception exception) => exception switch
    {
        PostgresException refusal => Array.Exists(AwayStates, state => refusal.SqlState.StartsWith(state, StringComparison.Ordinal)),
        NpgsqlOperationInProgressException => false,        // a defect of the program
        NpgsqlException => true,                            // whatever else it says, it could not talk to the database
        // A name that nobody knows, which in a network of containers is that of one that is stopped.
        SocketException => true,
        _ => exception.InnerException is { } inner && IsDatabaseAway(inner),
    };

    private RequestProblem DatabaseAway(Exception exception)
    {
        watch.Report(exception);
        return new(StatusCodes.Status503ServiceUnavailable, "database-unavailable", "The ledger's database cannot be reached.",
            "The service tries again by itself; ask again in a moment. GET /health/ready tells when it is back.");
    }

    private RequestProblem Unexpected(Exception exception)
    {
        log.LogError(exception, "An answer failed");
        return new(StatusCodes.Status500InternalServerError, "internal-error", "The service failed to answer.",
            "This is a defect of the program, not of the request; the service's log has the details.");
    }
}
