using ArtsakhLedger.Facts;
using ArtsakhLedger.Http;
using ArtsakhLedger.Pages.Problems;
using Microsoft.AspNetCore.Diagnostics;

namespace ArtsakhLedger.Pages;

/// <summary>Shows problems as pages, with the same status and the same sentence as problem details.</summary>
public static class ProblemPages
{
    public static Task WriteAsync(HttpContext context, RequestProblem problem)
    {
        // After an exception, the endpoint is only available from this feature.
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        return PageRenderer.WriteAsync<ProblemPage, ProblemView>(
            context,
            ProblemView.Of(Shown(problem), context.Request, StrictQuery.ParametersOf(endpoint))
        );
    }

    /// <summary>Converts a problem for a page.</summary>
    public static ShownProblem Shown(RequestProblem problem) =>
        new(problem.Status, problem.Type, problem.Title, problem.Message, problem.Parameter)
        {
            Current = problem.Members.TryGetValue("current", out var current) ? current as string : null,
            Errors = problem.Members.TryGetValue("errors", out var errors) && errors is IEnumerable<FactProblem> all ? [.. all] : [],
        };
}
