using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Memberships;

/// <summary>The polity signed an international convention or another treaty.</summary>
public sealed record ConventionSigned : TreatyFact
{
    protected override EpisodeRole Role => EpisodeRole.Opens;

    public override string InWords(PartyNames names) => $"{names.Polity} signed {names[Convention]}";
}
