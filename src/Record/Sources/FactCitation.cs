using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Sources;

/// <summary>A citation with the fact to which it belongs.</summary>
public sealed record FactCitation(Fact Fact, Citation Citation);
