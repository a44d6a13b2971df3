using System.Text.Json;
using ArtsakhLedger.DryRuns;
using ArtsakhLedger.Http;
using ArtsakhLedger.Pages;
using ArtsakhLedger.Pages.Contributing;
using ArtsakhLedger.Recording;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Contributing;

/// <summary>Shows the outcome of a form: the form again with its errors or with what would change, or the receipt.</summary>
public static class ContributionPages
{
    private static readonly JsonSerializerOptions Indented = new(FactJson.Options) { WriteIndented = true };

    // The key was refused, so the next submission needs another.
    private static readonly string[] NeedAnotherKey = ["key-reused", "invalid-key"];

    /// <summary>Shows the form as filled in.</summary>
    public static Task ShowAsync(HttpContext context, FilledForm form) => WriteAsync<ContributePage, ContributeView>(context, new(form));

    /// <summary>Shows the form with its errors; the status is already set.</summary>
    public static Task ShowAsync(HttpContext context, FilledForm form, RequestProblem refused) =>
        WriteAsync<ContributePage, ContributeView>(
            context,
            new(NeedAnotherKey.Contains(refused.Type) ? form.WithNewKey() : form)
            {
                Refused = ProblemPages.Shown(refused),
                Problems = FormProblem.Of(ProblemPages.Shown(refused), form),
            }
        );

    /// <summary>Shows the form below what its fact would change.</summary>
    public static async Task ShowAsync(HttpContext context, FilledForm form, DryRunAnswer found) =>
        await WriteAsync<ContributePage, ContributeView>(
            context,
            new(form) { WouldChange = found, Uncompared = await UncheckedQuotes.OfAsync(context, form, found.DecidedAt) }
        );

    /// <summary>Shows the receipt of what was recorded.</summary>
    public static async Task ShowAsync(HttpContext context, FilledForm form, RecordedAnswer recorded) =>
        await WriteAsync<ReceiptPage, ReceiptView>(
            context,
            new(
                form,
                recorded.Id,
                recorded.Position,
                recorded.RecordedAt,
                recorded.Location,
                JsonSerializer.Serialize(recorded.Receipt, Indented),
                await UncheckedQuotes.OfAsync(context, form, recorded.Position)
            )
        );

    private static Task WriteAsync<TPage, TView>(HttpContext context, TView view)
        where TPage : PageBase<TView>
        where TView : class
    {
        context.Response.Headers.CacheControl = "no-store";
        return PageRenderer.WriteAsync<TPage, TView>(context, view);
    }
}
