using ArtsakhLedger.DryRuns;
using ArtsakhLedger.Http;
using ArtsakhLedger.Pages;
using ArtsakhLedger.Recording;
using ArtsakhLedger.Sheets.Planning;

namespace ArtsakhLedger.Contributing;

/// <summary>Shows problems to browsers, and the outcome of a form.</summary>
public sealed class OutcomePages : IOutcomePages
{
    public async Task<bool> TryShowAsync(object outcome, HttpContext context)
    {
        if (!Representation.PrefersPage(context.Request))
        {
            return false;
        }

        var shown = (outcome, ContributionForm.Of(context)) switch
        {
            (RequestProblem problem, _) when SheetUpload.Of(context) is { } sheet => SheetPages.ShowAsync(context, sheet, problem),
            (SheetPlan plan, _) => SheetPages.ShowAsync(context, SheetUpload.Of(context)!, plan),
            (RecordedBatchAnswer batch, _) when SheetUpload.Of(context) is not null => SheetPages.ShowAsync(context, batch),
            (RequestProblem problem, null) => ProblemPages.WriteAsync(context, problem),
            (RequestProblem problem, { } form) => ContributionPages.ShowAsync(context, form, problem),
            (DryRunAnswer found, { } form) => ContributionPages.ShowAsync(context, form, found),
            (RecordedAnswer recorded, { } form) => ContributionPages.ShowAsync(context, form, recorded),
            _ => null,
        };
        await (shown ?? Task.CompletedTask);
        return shown is not null;
    }
}
