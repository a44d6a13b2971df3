using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.PackedHistories;

/// <summary>A run of days on which an entry, or the polity's existence, is the same as known at some positions, as written in answers up to
/// the record date.</summary>
/// <param name="Ordinal">The place in answers; negative for the existence.</param>
/// <param name="Extent">The days, and the positions.</param>
/// <param name="Certainty">The certainty.</param>
/// <param name="Json">The JSON of the entry, or of the existence.</param>
internal sealed record HistoryRow(int Ordinal, VersionExtent Extent, Certainty Certainty, byte[] Json);
