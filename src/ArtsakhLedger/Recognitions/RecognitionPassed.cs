using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>A recognition was declared or passed.</summary>
public sealed record RecognitionPassed : RecognitionFact
{
    protected override BearingRole Role => BearingRole.Opens;
}
