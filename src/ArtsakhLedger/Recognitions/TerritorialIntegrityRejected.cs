namespace ArtsakhLedger.Recognitions;

/// <summary>A proposal to recognise another state's territorial integrity was rejected.</summary>
public sealed record TerritorialIntegrityRejected : TerritorialIntegrityFact;
