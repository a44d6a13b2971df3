using ArtsakhLedger.Access;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Recording;
using ArtsakhLedger.Sheets.Columns;
using ArtsakhLedger.Sheets.Planning;
using ArtsakhLedger.Sheets.Reading;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Contributing;

/// <summary>Receives the form for a sheet (<see cref="SheetUpload"/>).</summary>
public static class SheetEndpoint
{
    /// <summary>Receives the form of <c>GET /contribute/sheet</c>: shows how a sheet (CSV, TSV or XLSX) is understood and which facts it makes, or
    /// records them as a batch and archives the text of the sheet as their source. A browser gets a page on which the columns and names are chosen.</summary>
    /// <remarks>The token is a field of the form. <c>press</c> is <c>preview</c> or <c>record</c>. What is recorded already is left out, so that the same
    /// sheet sent again records nothing.</remarks>
    [WolverinePost("/contribute/sheet", Name = "import-sheet")]
    [Tags("Facts")]
    [RequestSizeLimit(SheetUpload.LargestBody)]
    [ProducesResponseType<RecordedBatchAnswer>(201, Representation.Json, Representation.Html)]
    [ProducesResponseType<SheetPreview>(200, Representation.Json, Representation.Html)]
    public static async Task<IResult> Post(HttpContext http, SheetRecorder recorder, Receipts receipts, CancellationToken cancellation)
    {
        var form = SheetUpload.Require(http);
        SheetPlan plan;
        try
        {
            var table = SheetReader.Read(form.FileName ?? "", form.Content!, form.Map.Worksheet, cancellation);
            plan = await recorder.PlanAsync(table, form.Map, cancellation);
        }
        catch (UnreadableSheetException refused)
        {
            throw SheetUpload.Unreadable(refused);
        }
        catch (UnusableMapException refused)
        {
            throw SheetRecorder.Refused(refused.Message);
        }

        SheetUpload.Keep(http, plan);
        return form.IsToBeRecorded && await recorder.RecordAsync(plan, http.User.Author(), cancellation) is var (batch, appended)
            ? RecordedBatchAnswer.Of(batch, appended.Facts, receipts.Of(appended, appended.Facts[^1].Position))
            : new SheetPreviewResult(plan);
    }
}
