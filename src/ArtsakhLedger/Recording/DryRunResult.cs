using ArtsakhLedger.DryRuns;
using ArtsakhLedger.Http;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Recording;

/// <summary>Answers 200 with what an append would change.</summary>
public sealed class DryRunResult(DryRunAnswer answer) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.CacheControl = "no-store";
        if (!await IOutcomePages.Of(httpContext).TryShowAsync(answer, httpContext))
        {
            await httpContext.Response.WriteAsJsonAsync(answer, FactJson.Options);
        }
    }
}
