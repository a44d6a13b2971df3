using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>Two states established diplomatic relations.</summary>
public sealed record DiplomaticRelationsEstablished : DiplomaticRelationsFact
{
    protected override EpisodeRole Role => EpisodeRole.Opens;

    public override string InWords(PartyNames names) => $"{BothInWords(names)} established diplomatic relations{LevelInWords}";
}
