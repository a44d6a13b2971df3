namespace ArtsakhLedger.RulesOfTime;

/// <summary>What cannot all be true: reported, never hidden (DESIGN section 2, rule 6).</summary>
public abstract record Contradiction;

/// <summary>A claim that no interval satisfies by itself.</summary>
public sealed record ImpossibleClaim(string Episode, string Claim) : Contradiction;

/// <summary>A reading that has no interval inside the state's life.</summary>
public sealed record OutsidePolity(string Episode) : Contradiction;

/// <summary>Two holders of one seat, a reading of one of whom can be disjoint from no reading of the other; ids sorted.</summary>
public sealed record SeatHeldTwice(string Episode, string Other) : Contradiction;

/// <summary>A reading that would be left with nothing in some round.</summary>
public sealed record NothingLeft(string Episode) : Contradiction;
