using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Towns;

/// <summary>What a twinning is called.</summary>
public enum TwinningForm
{
    TwinTowns,
    SisterCities,
    FriendshipCharter,
    FriendshipCity,
    FriendshipDeclaration,
}

/// <summary>Two towns became twins, by an act of both or of one of them.</summary>
public sealed record TownsTwinned : TwinningFact
{
    /// <summary>The country of the town abroad, if the source names it.</summary>
    [OfKind(EntityKind.Polity)]
    public Party? Country { get; init; }

    public TwinningForm? Form { get; init; }

    /// <summary>The side whose act it was, if a source mentions only one side's.</summary>
    public Party? By { get; init; }

    public bool? Unanimous { get; init; }

    public override IEnumerable<(string Name, object? Value)> Details() =>
        [("country", Country), ("form", Form), ("by", By), ("unanimous", Unanimous)];

    public override IEnumerable<Party> Parties() => [.. base.Parties(), .. new[] { Country, By }.OfType<Party>()];

    protected override EpisodeRole Role => EpisodeRole.Opens;

    public override string InWords(PartyNames names) =>
        $"{names[Town]} and {names[Partner]} "
        + Form switch
        {
            TwinningForm.FriendshipCharter => "signed a friendship charter",
            TwinningForm.FriendshipDeclaration => "signed a declaration of friendship",
            TwinningForm.FriendshipCity => "became friendship cities",
            TwinningForm.SisterCities => "became sister cities",
            _ => "became twin towns",
        };
}
