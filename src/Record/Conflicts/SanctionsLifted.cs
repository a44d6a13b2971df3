using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Conflicts;

/// <summary>Sanctions were lifted.</summary>
public sealed record SanctionsLifted : SanctionsFact
{
    protected override EpisodeRole Role => EpisodeRole.Closes;

    public override string InWords(PartyNames names) => $"{names[By]} lifted sanctions on {names.OrPolity(Upon)}";
}
