using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>The polity was proclaimed: its life began.</summary>
public sealed record StateProclaimed : Fact
{
    public override IEnumerable<Bearing> Bearings() => [PolityExistence.Of(this, BearingRole.Opens)];

    public override string InWords(PartyNames names) => $"{names.Polity} was proclaimed";
}
