using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>A recognition was declared or passed.</summary>
public sealed record RecognitionPassed : RecognitionFact
{
    protected override EpisodeRole Role => EpisodeRole.Opens;

    public override string InWords(PartyNames names) =>
        (
            Mutual
                ? $"{names[Actor]} and {names.OrPolity(Recognised)} recognised each other"
                : $"{names[Actor]} recognised {names.OrPolity(Recognised)}"
        ) + ParticularsAndCallInWords(names);
}
