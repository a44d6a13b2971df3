namespace ArtsakhLedger.Episodes;

/// <summary>A source that denies that the episode happened, or that it ended.</summary>
/// <param name="Fact">The denial; also its id.</param>
/// <param name="OfEnd">True if only the end is denied.</param>
/// <param name="Sources">The sources that deny it.</param>
public sealed record EpisodeDenial(string Fact, bool OfEnd, IReadOnlyList<string> Sources);
