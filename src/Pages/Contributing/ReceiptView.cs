using ArtsakhLedger.Asking;

namespace ArtsakhLedger.Pages.Contributing;

/// <summary>The receipt of a fact that was recorded with the form.</summary>
/// <param name="Form">The form.</param>
/// <param name="Id">The fact's id.</param>
/// <param name="Position">Its position in the ledger.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Location">The address of the fact.</param>
/// <param name="Proof">The receipt as JSON.</param>
/// <param name="Uncompared">Which quotes there is no text to compare with, as a sentence; null where there are none.</param>
public sealed record ReceiptView(
    FilledForm Form,
    string Id,
    long Position,
    DateTimeOffset RecordedAt,
    string Location,
    string Proof,
    string? Uncompared
)
{
    /// <summary>An empty form for a fact of the same kind.</summary>
    public string Another =>
        Address.Of("/contribute", ("type", Form.Type), ("polity", Form["polity"] is { Length: > 0 } polity ? polity : null));
}
