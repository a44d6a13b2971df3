using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>Diplomatic relations that were suspended were resumed.</summary>
public sealed record DiplomaticRelationsResumed : DiplomaticRelationsFact
{
    public override Phase? BeginsPhase() => Phase.Resumption;

    protected override EpisodeRole Role => EpisodeRole.Attests;

    public override string InWords(PartyNames names) => $"{BothInWords(names)} resumed diplomatic relations{LevelInWords}";
}
