using ArtsakhLedger.Access;
using ArtsakhLedger.Ledger;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Recording;

[RequiresEditor]
public static class RecordBatchEndpoint
{
    public static Task<BatchDraft> LoadAsync([FromQuery] string? batch, HttpContext http, BatchDraftReader drafting) =>
        drafting.ReadAsync(http, batch);

    public static IResult Validate(BatchDraft draft) => Refusal.Of(draft.Problem());

    /// <summary>Records a batch, completely or not at all.</summary>
    /// <remarks>The body has one entry per line, in the format of files: the description of an entity (<c>type</c> <c>entity-described</c>)
    /// or a source (<c>source-archived</c>), or a fact or event of any other type. An entry may refer to recorded entries and to earlier
    /// lines. Entries already recorded with the same id and content are left as they are, so sending a batch again changes nothing. All
    /// problems are reported at once, with line and place.</remarks>
    /// <param name="batch">The name of the batch, <c>{polity}/{NNNN-name}</c>: all its entries are about this polity. An open batch accepts
    /// further entries.</param>
    /// <param name="dryRun">With <c>true</c>, nothing is appended.</param>
    /// <param name="draft">The checked batch.</param>
    /// <param name="trial">Finds what appending it would change.</param>
    /// <param name="appending">Appends it.</param>
    /// <param name="receipts">Issues the receipt.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    [WolverinePost("/batches", Name = "record-batch")]
    [Tags("Facts")]
    [RequestSizeLimit(BatchBody.LargestBody)]
    [ProducesResponseType<RecordedBatchAnswer>(201)]
    [ProducesResponseType<RecordedBatchAnswer>(200)]
    public static async Task<IResult> Post(
        [FromQuery] string? batch,
        [FromQuery(Name = DryRunParameter.Parameter)] string? dryRun,
        [NotBody] BatchDraft draft,
        DryRun trial,
        Appender appending,
        Receipts receipts,
        CancellationToken cancellation
    )
    {
        if (DryRunParameter.Parse(dryRun))
        {
            return new DryRunResult(await trial.OfAsync(draft.ToProposal(), cancellation));
        }

        var appended = await appending.DecideAndAppendAsync(
            async again =>
            {
                draft = again ? await draft.RenewAsync() : draft;
                return draft.Problem() is null ? draft.ToProposal() : null;
            },
            cancellation
        );
        if (appended is null)
        {
            return new Refusal(draft.Problem()!);
        }

        return RecordedBatchAnswer.Of(
            draft.Name,
            appended.Facts,
            appended.Facts.Count == 0 ? null : receipts.Of(appended, appended.Facts[^1].Position)
        );
    }
}
