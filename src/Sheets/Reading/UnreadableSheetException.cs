namespace ArtsakhLedger.Sheets.Reading;

/// <summary>A file that is no sheet that can be read. The message says what to do.</summary>
public sealed class UnreadableSheetException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether it is refused for its size.</summary>
    public bool IsTooLarge { get; init; }
}
