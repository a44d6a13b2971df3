using ArtsakhLedger.Corrections;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Recording;

/// <summary>Appends what a request proposes and answers 201; for a dry run, answers what that would change and appends nothing.</summary>
/// <param name="draft">The draft, which has no problems.</param>
/// <param name="dryRun">The <c>dry-run</c> that was sent; null if there is none.</param>
public sealed class RecordResult(Draft draft, string? dryRun) : IResult
{
    private Draft draft = draft;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (DryRunParameter.Parse(dryRun))
        {
            if (draft.IsTentative)
            {
                draft = await draft.RenewAsync();
            }

            if (draft.Problem() is { } problem)
            {
                await new Refusal(problem).ExecuteAsync(httpContext);
                return;
            }

            var found = await httpContext
                .RequestServices.GetRequiredService<DryRun>()
                .OfAsync(draft.ToProposal(), httpContext.RequestAborted);
            await new DryRunResult(found).ExecuteAsync(httpContext);
            return;
        }

        var appending = httpContext.RequestServices.GetRequiredService<Appender>();
        var appended = await appending.DecideAndAppendAsync(
            async again =>
            {
                draft = again ? await draft.RenewAsync() : draft;
                return draft.Problem() is null ? draft.ToProposal() : null;
            },
            httpContext.RequestAborted
        );
        if (appended is null)
        {
            await new Refusal(draft.Problem()!).ExecuteAsync(httpContext);
            return;
        }

        var about = appended.Facts[0].Fact is AboutFact ? draft.Known.Facts.With(appended.Facts) : new FactsAsKnown(appended.Facts);
        var receipt = httpContext.RequestServices.GetRequiredService<Receipts>().Of(appended, appended.Facts[0].Position);
        await RecordedAnswer.Of(appended, about, receipt).ExecuteAsync(httpContext);
    }
}
