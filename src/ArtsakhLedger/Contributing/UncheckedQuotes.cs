using System.Globalization;
using System.Text.Json;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Pages.Contributing;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Contributing;

/// <summary>Finds the citations of a form whose words cannot be compared, because the text of their source is not stored.</summary>
public static class UncheckedQuotes
{
    /// <summary>Returns them as a sentence; null if all quotes can be compared.</summary>
    /// <param name="context">The request.</param>
    /// <param name="form">The form, which has no problems.</param>
    /// <param name="position">The position of the record against which the form was checked.</param>
    public static async Task<string?> OfAsync(HttpContext context, FilledForm form, long position)
    {
        var (sources, store) = (
            context.RequestServices.GetRequiredService<SourceReader>(),
            context.RequestServices.GetRequiredService<SnapshotStore>()
        );
        var (register, _) = await sources.RegisterAsync(position, context.RequestAborted);
        var uncompared = new List<string>();
        foreach (var (i, typed) in FactFromForm.Of(form)["citations"]!.AsArray().Index())
        {
            var citation = typed.Deserialize<Citation>(FactJson.Options)!;
            var source = register.Find(citation.Source)?.Source;
            var standing = QuoteCheck
                .Of(citation, source, source is null ? [] : await store.TextsOfAsync(source, context.RequestAborted))
                .Status;
            if (standing is QuoteStatus.NotChecked or QuoteStatus.ExcerptOnly)
            {
                uncompared.Add((i + 1).ToString(CultureInfo.InvariantCulture));
            }
        }

        return uncompared.Count switch
        {
            0 => null,
            1 => $"The words of citation {uncompared[0]} cannot be compared with their source: its text is not stored.",
            _ => $"The words of citations {PartyNames.Joined(uncompared)} cannot be compared with their sources: the texts are not stored.",
        };
    }
}
