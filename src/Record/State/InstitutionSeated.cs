using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>An institution of the state was established, or existed and had its seat in a city.</summary>
public sealed record InstitutionSeated : Fact
{
    [OfKind(EntityKind.Institution, EntityKind.Legislature, EntityKind.Chamber)]
    public required Party Institution { get; init; }

    /// <summary>The city of its seat.</summary>
    [OfKind(EntityKind.Municipality)]
    public Party? City { get; init; }

    public override IEnumerable<EpisodeLink> EpisodeLinks() =>
        Institution.Id is { } institution
            ? [new(EpisodeKind.Institution.EpisodeOf(Polity!, institution), EpisodeKind.Institution, institution, EpisodeRole.Opens)]
            : [];

    public override IEnumerable<(string Name, object? Value)> Details() => [("city", City)];

    public override IEnumerable<Party> Parties() => City is null ? [Institution] : [Institution, City];

    public override string InWords(PartyNames names) =>
        City is { } city ? $"{names[Institution]} had its seat in {names[city]}"
        : Date is null or { IsInterval: true } ? $"{names[Institution]} existed"
        : $"{names[Institution]} was established";
}
