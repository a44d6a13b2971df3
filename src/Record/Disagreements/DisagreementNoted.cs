using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Disagreements;

/// <summary>An editor notes that recorded facts disagree in what their dates do not show: who acted, how many, of what kind. It sets nothing aside.</summary>
public sealed record DisagreementNoted : Fact
{
    /// <summary>The ids of the facts that disagree, corroborations and denials included.</summary>
    public required IReadOnlyList<string> Facts { get; init; }

    /// <summary>What they disagree about, in a sentence; permanent and public.</summary>
    public required string About { get; init; }

    public override string InWords(PartyNames names) => $"Sources disagree: {About.TrimEnd('.')}";
}
