using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>A recognition was declared or passed.</summary>
public sealed record RecognitionPassed : RecognitionFact
{
    protected override EpisodeRole Role => EpisodeRole.Opens;

    public override string InWords(PartyNames names) =>
        (
            Mutual
                ? $"{names[Actor]} and {names.OrPolity(Recognised)} recognised each other{FormInWords}"
                : $"{names[Actor]} recognised {names.OrPolity(Recognised)}{FormInWords}"
        ) + ParticularsAndCallInWords(names);
}
