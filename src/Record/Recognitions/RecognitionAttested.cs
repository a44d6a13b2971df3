using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>A source shows a recognition, with or without a date.</summary>
public sealed record RecognitionAttested : RecognitionFact
{
    protected override EpisodeRole Role => EpisodeRole.Attests;

    public override string InWords(PartyNames names) =>
        (
            Mutual
                ? $"{names[Actor]} and {names.OrPolity(Recognised)} recognised each other{FormInWords}"
                : $"{names[Actor]} recognised {names.OrPolity(Recognised)}{FormInWords}"
        ) + ParticularsAndCallInWords(names);
}
