namespace ArtsakhLedger.Corrections;

/// <summary>A retracted fact is in force again, with its last content.</summary>
public sealed record FactReinstated : ChangeOfFact;
