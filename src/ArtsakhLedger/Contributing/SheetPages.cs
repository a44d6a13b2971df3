using System.Text.Json;
using ArtsakhLedger.Http;
using ArtsakhLedger.Pages;
using ArtsakhLedger.Pages.Contributing;
using ArtsakhLedger.Recording;
using ArtsakhLedger.Sheets.Planning;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Contributing;

/// <summary>Shows the outcome of the form for a sheet: the form again with how the sheet was understood, or the receipt.</summary>
public static class SheetPages
{
    private static readonly JsonSerializerOptions Indented = new(FactJson.Options) { WriteIndented = true };

    /// <summary>Shows the form with how the sheet was understood.</summary>
    public static Task ShowAsync(HttpContext context, SheetForm form, SheetPlan plan) => WriteAsync(context, new(form, plan));

    /// <summary>Shows the form with what is wrong; the status is already set.</summary>
    public static Task ShowAsync(HttpContext context, SheetForm form, RequestProblem refused) =>
        WriteAsync(context, new(form, SheetUpload.PlanOf(context)) { Refused = ProblemPages.Shown(refused) });

    /// <summary>Shows the receipt of what was recorded.</summary>
    public static Task ShowAsync(HttpContext context, RecordedBatchAnswer recorded)
    {
        var preview = SheetUpload.PlanOf(context)!.Preview;
        context.Response.Headers.CacheControl = "no-store";
        return PageRenderer.WriteAsync<SheetReceiptPage, SheetReceiptView>(
            context,
            new(
                preview.File,
                preview.Polity.Id,
                preview.Source,
                recorded.Batch,
                recorded.Entries.Count,
                recorded.First!.Value,
                recorded.Last!.Value,
                recorded.RecordedAt!.Value,
                recorded.Location,
                JsonSerializer.Serialize(recorded.Receipt, Indented)
            )
        );
    }

    private static Task WriteAsync(HttpContext context, SheetView view)
    {
        context.Response.Headers.CacheControl = "no-store";
        return PageRenderer.WriteAsync<SheetPage, SheetView>(context, view);
    }
}
