using ArtsakhLedger.Http;
using ArtsakhLedger.Sheets.Planning;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Contributing;

/// <summary>Answers 200 with how a sheet was understood.</summary>
public sealed class SheetPreviewResult(SheetPlan plan) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.CacheControl = "no-store";
        if (!await IOutcomePages.Of(httpContext).TryShowAsync(plan, httpContext))
        {
            await httpContext.Response.WriteAsJsonAsync(plan.Preview, FactJson.Options);
        }
    }
}
