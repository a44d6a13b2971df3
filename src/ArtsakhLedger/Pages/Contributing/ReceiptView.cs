using System.Text.Json;
using ArtsakhLedger.Http;
using ArtsakhLedger.Recording;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Pages.Contributing;

/// <summary>The receipt of a fact that was recorded with the form.</summary>
/// <param name="Form">The form.</param>
/// <param name="Recorded">What a program gets.</param>
/// <param name="Uncompared">Which quotes are held against nothing, as a sentence; null where none is.</param>
public sealed record ReceiptView(FilledForm Form, RecordedAnswer Recorded, string? Uncompared)
{
    private static readonly JsonSerializerOptions Indented = new(FactJson.Options) { WriteIndented = true };

    /// <summary>The receipt, as a program gets it.</summary>
    public string Proof => JsonSerializer.Serialize(Recorded.Receipt, Indented);

    /// <summary>An empty form for a fact of the same kind.</summary>
    public string Another =>
        Address.Of("/contribute", ("type", Form.Type), ("polity", Form["polity"] is { Length: > 0 } polity ? polity : null));
}
