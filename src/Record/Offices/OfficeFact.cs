using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Offices;

/// <summary>A fact about a representative office of the polity, which is identified by its city.</summary>
public abstract record OfficeFact : Fact
{
    /// <summary>The city of the office.</summary>
    [OfKind(EntityKind.Municipality)]
    public required Party City { get; init; }

    /// <summary>2, 3 … if a source says that an office was opened there again; otherwise absent.</summary>
    public int? Term { get; init; }

    protected abstract EpisodeRole Role { get; }

    public override IEnumerable<EpisodeLink> EpisodeLinks() =>
        City.Id is { } city ? [new(EpisodeKind.Office.EpisodeOf(Polity!, city, Term), EpisodeKind.Office, city, Role)] : [];

    public override IEnumerable<(string Name, object? Value)> Details() => [("city", City)];

    public override IEnumerable<Party> Parties() => [City];
}
