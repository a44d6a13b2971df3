using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Corrections;

/// <summary>A fact's content and citations were replaced together: the record misstated its source, or a source names a party that was
/// left unnamed. Another source's date is not a correction but another claim.</summary>
public sealed record FactCorrected : ChangeOfFact
{
    /// <summary>Everything that the fact says from now on; it keeps its id and its polity.</summary>
    public required Fact Content { get; init; }

    public override IEnumerable<Party> Parties() => Content.Parties();

    public override IEnumerable<string> SourcesNamed() => base.SourcesNamed().Concat(Content.SourcesNamed());

    internal override int MemorySize() => base.MemorySize() + Content.MemorySize();
}
