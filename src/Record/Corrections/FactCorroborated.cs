namespace ArtsakhLedger.Corrections;

/// <summary>A further source says the same. It makes the same claim for that source, with the source's own date if it gives one.</summary>
public sealed record FactCorroborated : AboutFact;
