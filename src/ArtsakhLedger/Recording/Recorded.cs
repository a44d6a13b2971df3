using ArtsakhLedger.Corrections;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Log;
using ArtsakhLedger.Vocabulary;
using Microsoft.Net.Http.Headers;

namespace ArtsakhLedger.Recording;

/// <summary>Appends what a request proposes and answers 201; for a dry run, answers what that would change and appends nothing.</summary>
/// <param name="draft">The draft, which has no problems.</param>
/// <param name="dryRun">The <c>dry-run</c> that was sent; null if there is none.</param>
public sealed class Recorded(Draft draft, string? dryRun) : IResult
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

/// <summary>The answer to a request that appended something (201): a pure function of what was appended, so that repeating the request
/// gives the same answer.</summary>
public sealed record RecordedAnswer(
    string Id,
    long Position,
    DateTimeOffset RecordedAt,
    string Location,
    RecordedAnswer.Version Fact,
    Receipt Receipt
) : IResult
{
    /// <summary>The recorded fact, or the one that the event is about, as it is now: the next change names its ETag in
    /// <c>If-Match</c>.</summary>
    public sealed record Version(string Href, string Etag);

    /// <param name="appended">What was appended.</param>
    /// <param name="about">The fact that was appended, or that it is about, with all entries about that.</param>
    /// <param name="receipt">Proves that the fact is in the ledger.</param>
    public static RecordedAnswer Of(Appended appended, FactsAsKnown about, Receipt receipt)
    {
        var entry = appended.Facts[0];
        var fact = (entry.Fact as AboutFact)?.Target ?? entry.Fact.Id;
        return new(
            entry.Fact.Id,
            entry.Position,
            entry.RecordedAt,
            $"/facts/{entry.Fact.Id}",
            new($"/facts/{fact}", EntityTags.OfFact(fact, about).ToString()),
            receipt
        );
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.GetTypedHeaders();
        headers.Location = new(Location, UriKind.Relative);
        headers.ETag = EntityTagHeaderValue.Parse(Fact.Etag);
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.StatusCode = StatusCodes.Status201Created;
        if (!await IOutcomePages.Of(httpContext).TryShowAsync(this, httpContext))
        {
            await httpContext.Response.WriteAsJsonAsync(this, FactJson.Options);
        }
    }
}
