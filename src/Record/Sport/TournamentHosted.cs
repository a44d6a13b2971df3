using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Sport;

/// <summary>A tournament was held in the polity.</summary>
public sealed record TournamentHosted : Fact
{
    [OfKind(EntityKind.Tournament)]
    public required Party Tournament { get; init; }

    public override IEnumerable<Party> Parties() => [Tournament];

    public override string InWords(PartyNames names) => $"{names.Polity} hosted {names[Tournament]}";
}
