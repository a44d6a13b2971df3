using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Sources;

/// <summary>One citation with the fact that it belongs to.</summary>
public sealed record FactCitation(Fact Fact, Citation Citation);
