using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Offices;

/// <summary>An office was closed.</summary>
public sealed record OfficeClosed : OfficeFact
{
    protected override BearingRole Role => BearingRole.Closes;
}
