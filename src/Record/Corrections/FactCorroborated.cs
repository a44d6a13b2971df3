namespace ArtsakhLedger.Corrections;

/// <summary>A further source says the same. It makes the same claim in that source's name, with the source's own date where it gives one.</summary>
public sealed record FactCorroborated : AboutFact;
