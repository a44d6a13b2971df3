using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Travel;

/// <summary>Passports of the polity were not valid for travel to a country. It closes an acceptance that is recorded; otherwise it is a single event.</summary>
public sealed record PassportRefused : Fact
{
    /// <summary>The country, or the countries, that did not accept them.</summary>
    public required Party By { get; init; }

    /// <summary>2, 3 … if it ends a further acceptance; otherwise absent.</summary>
    public int? Term { get; init; }

    public override IEnumerable<EpisodeLink> EpisodeLinks() =>
        By.Id is { } by
            ?
            [
                new(EpisodeKind.PassportAcceptance.EpisodeOf(Polity!, by), EpisodeKind.PassportAcceptance, by, EpisodeRole.Closes)
                {
                    Term = Term,
                    OnlyWhereOpened = true,
                },
            ]
            : [];

    public override IEnumerable<Party> Parties() => [By];

    public override string StreamName() => Polity ?? Id;

    public override string InWords(PartyNames names) => $"Passports of {names.Polity} could not be used to travel to {names[By]}";
}
