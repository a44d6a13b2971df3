namespace ArtsakhLedger.Episodes;

/// <summary>A source that denies that the episode happened, or that it ended.</summary>
/// <param name="Fact">The denial; also its id.</param>
/// <param name="OfEnd">Only the end is denied.</param>
/// <param name="Sources">Who denies.</param>
public sealed record EpisodeDenial(string Fact, bool OfEnd, IReadOnlyList<string> Sources);
