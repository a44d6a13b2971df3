using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Travel;

/// <summary>Passports of the polity were valid for travel to a country.</summary>
public sealed record PassportAccepted : Fact
{
    /// <summary>The country that accepted them.</summary>
    public required Party By { get; init; }

    /// <summary>2, 3 … if a source says that they were accepted again; otherwise absent.</summary>
    public int? Term { get; init; }

    public override IEnumerable<EpisodeLink> EpisodeLinks() =>
        By.Id is { } by
            ?
            [
                new(EpisodeKind.PassportAcceptance.EpisodeOf(Polity!, by), EpisodeKind.PassportAcceptance, by, EpisodeRole.Opens)
                {
                    Term = Term,
                },
            ]
            : [];

    public override IEnumerable<Party> Parties() => [By];

    public override string InWords(PartyNames names) => $"Passports of {names.Polity} could be used to travel to {names[By]}";
}
