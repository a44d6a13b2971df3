namespace ArtsakhLedger.Recognitions;

/// <summary>A recognition of another state's territorial integrity was passed.</summary>
public sealed record TerritorialIntegrityPassed : TerritorialIntegrityFact;
