namespace ArtsakhLedger.RulesOfTime;

/// <summary>Statements or rules that cannot all be true: reported, never hidden (rule 6).</summary>
public abstract record Contradiction;

/// <summary>A claim that no interval satisfies by itself.</summary>
public sealed record ImpossibleClaim(string Episode, string Claim) : Contradiction;

/// <summary>A reading that has no interval within the state's life.</summary>
public sealed record OutsidePolity(string Episode) : Contradiction;

/// <summary>Two holders of one seat, where a reading of one overlaps every reading of the other; the ids are sorted.</summary>
public sealed record SeatHeldTwice(string Episode, string Other) : Contradiction;

/// <summary>A reading of which some round would leave nothing.</summary>
public sealed record NothingLeft(string Episode) : Contradiction;

/// <summary>Two periods of one thing, or two lives, where a reading of one can come before (after) no reading of the other.</summary>
public sealed record PeriodsOutOfOrder(string Earlier, string Later) : Contradiction;
