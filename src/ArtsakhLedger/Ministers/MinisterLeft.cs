using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Ministers;

/// <summary>A minister left office.</summary>
public sealed record MinisterLeft : TenureFact
{
    protected override BearingRole Role => BearingRole.Closes;
}
