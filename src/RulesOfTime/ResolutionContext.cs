namespace ArtsakhLedger.RulesOfTime;

/// <summary>What the answers about an episode need of the polity's lives.</summary>
internal sealed record ResolutionContext(long? Horizon, DoubtfulDays Doubts, WithinLives Lives);
