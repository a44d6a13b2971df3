using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Sport;

/// <summary>A party took part in a tournament.</summary>
public sealed record TournamentEntered : Fact
{
    [OfKind(EntityKind.Tournament)]
    public required Party Tournament { get; init; }

    /// <summary>The party that took part; absent if it was the polity.</summary>
    public Party? Participant { get; init; }

    /// <summary>The place where it was held.</summary>
    public Party? Place { get; init; }

    public override IEnumerable<Party> Parties() => [Tournament, .. new[] { Participant, Place }.OfType<Party>()];

    public override string InWords(PartyNames names) =>
        $"{names.OrPolity(Participant)} took part in {names[Tournament]}{names.After("in", Place)}";
}
