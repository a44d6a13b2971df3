namespace ArtsakhLedger.Corrections;

/// <summary>A fact was taken out: from now on it says nothing.</summary>
public sealed record FactRetracted : ChangeOfFact;
