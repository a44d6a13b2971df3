using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>A recognition was withdrawn.</summary>
public sealed record RecognitionRescinded : RecognitionFact
{
    protected override EpisodeRole Role => EpisodeRole.Closes;

    public override string InWords(PartyNames names) =>
        (
            Mutual
                ? $"{names[Actor]} and {names.OrPolity(Recognised)} withdrew their recognition of each other"
                : $"{names[Actor]} withdrew its recognition of {names.OrPolity(Recognised)}"
        ) + ParticularsAndCallInWords(names);
}
