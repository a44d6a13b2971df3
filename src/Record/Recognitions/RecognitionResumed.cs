using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>A recognition that was suspended was resumed.</summary>
public sealed record RecognitionResumed : RecognitionFact
{
    public override Phase? BeginsPhase() => Phase.Resumption;

    protected override EpisodeRole Role => EpisodeRole.Attests;

    public override string InWords(PartyNames names) =>
        (
            Mutual
                ? $"{names[Actor]} and {names.OrPolity(Recognised)} resumed their recognition of each other"
                : $"{names[Actor]} resumed its recognition of {names.OrPolity(Recognised)}"
        ) + ParticularsAndCallInWords(names);
}
