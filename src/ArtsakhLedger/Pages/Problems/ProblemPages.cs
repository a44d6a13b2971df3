using ArtsakhLedger.Http;
using Microsoft.AspNetCore.Diagnostics;

namespace ArtsakhLedger.Pages.Problems;

/// <summary>Gives problem details to who asked for a page: the same status and the same sentence.</summary>
public static class ProblemPages
{
    public static async Task WriteAsync(HttpContext context, RequestProblem problem)
    {
        // Where a problem was thrown, the endpoint that was chosen is to be found here only.
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        var body = await HtmlAnswer.RenderAsync<ProblemPage, ProblemView>(ProblemView.Of(problem, context.Request, StrictQuery.ParametersOf(endpoint)), context);
        PageHeaders.Set(context.Response.Headers);
        context.Response.Headers.Vary = "Accept";
        context.Response.ContentType = PageHeaders.ContentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
