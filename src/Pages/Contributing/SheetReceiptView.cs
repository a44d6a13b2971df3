namespace ArtsakhLedger.Pages.Contributing;

/// <summary>The receipt of a sheet that was recorded with the form.</summary>
/// <param name="File">The sheet.</param>
/// <param name="Polity">The polity.</param>
/// <param name="Source">The id of the sheet as a source.</param>
/// <param name="Batch">The name of the batch.</param>
/// <param name="Entries">How many entries were recorded.</param>
/// <param name="First">The position of the first.</param>
/// <param name="Last">The position of the last.</param>
/// <param name="RecordedAt">When that one was recorded.</param>
/// <param name="Location">The address of the facts.</param>
/// <param name="Proof">The receipt, as JSON.</param>
public sealed record SheetReceiptView(
    string File,
    string Polity,
    string Source,
    string Batch,
    int Entries,
    long First,
    long Last,
    DateTimeOffset RecordedAt,
    string Location,
    string Proof
);
