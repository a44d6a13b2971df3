using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>A recognition was withdrawn.</summary>
public sealed record RecognitionRescinded : RecognitionFact
{
    protected override BearingRole Role => BearingRole.Closes;
}
