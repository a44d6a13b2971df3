using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>A recognition was suspended. It goes on, and is not in effect until it is resumed.</summary>
public sealed record RecognitionSuspended : RecognitionFact
{
    public override Phase? BeginsPhase() => Phase.Suspension;

    protected override EpisodeRole Role => EpisodeRole.Attests;

    public override string InWords(PartyNames names) =>
        (
            Mutual
                ? $"{names[Actor]} and {names.OrPolity(Recognised)} suspended their recognition of each other"
                : $"{names[Actor]} suspended its recognition of {names.OrPolity(Recognised)}"
        ) + ParticularsAndCallInWords(names);
}
