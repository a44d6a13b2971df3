using ArtsakhLedger.Access;
using ArtsakhLedger.Ledger;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Recording;

[ForEditors]
public static class RecordBatch
{
    public static Task<BatchDraft> LoadAsync([FromQuery] string? batch, HttpContext http, BatchDrafting drafting) =>
        drafting.ReadAsync(http, batch);

    public static IResult Validate(BatchDraft draft) => Refusal.Of(draft.Problem());

    /// <summary>Records a batch, all of it or nothing.</summary>
    /// <remarks>The body has one entry a line, of the shape that entries of files have: the description of an entity (type <c>entity-described</c>) or of a source
    /// (<c>source-archived</c>), or a fact or event of any other type. An entry may refer to what is recorded and to the lines before it. What is recorded already
    /// with the same id and content is left as it is; sent again, a batch changes nothing. All that is wrong is told at once, with line and place.</remarks>
    /// <param name="batch">The name of the batch, <c>{polity}/{NNNN-name}</c>: all its entries are of this polity. An open batch takes further entries.</param>
    /// <param name="dryRun">With <c>true</c> nothing is appended.</param>
    /// <param name="draft">The batch as decided.</param>
    /// <param name="trial">Tells what appending it would do.</param>
    /// <param name="appending">Appends it.</param>
    /// <param name="receipts">Gives the receipt.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    [WolverinePost("/batches", Name = "record-batch")]
    [Tags("Facts")]
    [RequestSizeLimit(BatchBody.LargestBody)]
    [ProducesResponseType<BatchRecorded>(201)]
    [ProducesResponseType<BatchRecorded>(200)]
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

        return BatchRecorded.Of(
            draft.Name,
            appended.Facts,
            appended.Facts.Count == 0 ? null : receipts.Of(appended, appended.Facts[^1].Position)
        );
    }
}
