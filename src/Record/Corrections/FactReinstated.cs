namespace ArtsakhLedger.Corrections;

/// <summary>A fact that had been taken out was brought back, as it last stood.</summary>
public sealed record FactReinstated : ChangeOfFact;
