using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Memberships;

/// <summary>The polity signed an international convention.</summary>
public sealed record ConventionSigned : Fact
{
    [OfKind(EntityKind.Convention)]
    public required Party Convention { get; init; }

    public override IEnumerable<EpisodeLink> EpisodeLinks() =>
        Convention.Id is { } convention
            ? [new(EpisodeKind.Convention.EpisodeOf(Polity!, convention), EpisodeKind.Convention, convention, EpisodeRole.Opens)]
            : [];

    public override IEnumerable<Party> Parties() => [Convention];

    public override string InWords(PartyNames names) => $"{names.Polity} signed {names[Convention]}";
}
