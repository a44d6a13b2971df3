using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>Diplomatic relations were broken off.</summary>
public sealed record DiplomaticRelationsSevered : DiplomaticRelationsFact
{
    protected override EpisodeRole Role => EpisodeRole.Closes;

    public override string InWords(PartyNames names) => $"Diplomatic relations between {BothInWords(names)} were broken off";
}
