using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>A source shows diplomatic relations, with or without a date.</summary>
public sealed record DiplomaticRelationsAttested : DiplomaticRelationsFact
{
    protected override EpisodeRole Role => EpisodeRole.Attests;

    public override string InWords(PartyNames names) => $"{BothInWords(names)} had diplomatic relations{LevelInWords}";
}
