using ArtsakhLedger.Http;
using Microsoft.AspNetCore.Diagnostics;

namespace ArtsakhLedger.Pages.Problems;

/// <summary>Gives problem details to who asked for a page: the same status and the same sentence.</summary>
public static class ProblemPages
{
    public static Task WriteAsync(HttpContext context, RequestProblem problem)
    {
        // Where a problem was thrown, the endpoint that was chosen is to be found here only.
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        return HtmlAnswer.WriteAsync<ProblemPage, ProblemView>(
            context,
            ProblemView.Of(problem, context.Request, StrictQuery.ParametersOf(endpoint))
        );
    }
}
