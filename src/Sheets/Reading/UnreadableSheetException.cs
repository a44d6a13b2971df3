using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Sheets.Reading;

/// <summary>A file that is no sheet that can be read. The message is a sentence that says what to do.</summary>
/// <param name="reason">Why, without capital letter and full stop.</param>
/// <param name="inner">What the library that reads it met.</param>
public sealed class UnreadableSheetException(string reason, Exception? inner = null) : Exception($"{PartyNames.AsSentence(reason)}.", inner)
{
    /// <summary>Whether it is refused for its size.</summary>
    public bool IsTooLarge { get; init; }
}
