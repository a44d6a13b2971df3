namespace ArtsakhLedger.Corrections;

/// <summary>A fact is no longer in force.</summary>
public sealed record FactRetracted : ChangeOfFact;
