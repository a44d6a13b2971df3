using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Offices;

/// <summary>A fact about somebody else's mission in the polity, which is identified by its sender and its city; and a consulate or a permanent
/// mission, which may stand beside another one there, by that.</summary>
public abstract record HostedOfficeFact : Fact
{
    /// <summary>Whose mission it was.</summary>
    [OfKind(EntityKind.Polity, EntityKind.SubNational, EntityKind.Organisation)]
    public required Party Sender { get; init; }

    /// <summary>The city of the mission; absent if no source gives it.</summary>
    [OfKind(EntityKind.Municipality)]
    public Party? City { get; init; }

    /// <summary>What sort of mission it was; absent for a representative office.</summary>
    public OfficeType? OfficeType { get; init; }

    /// <summary>2, 3 … if a source says that it was opened there again; otherwise absent.</summary>
    public int? Term { get; init; }

    protected abstract EpisodeRole Role { get; }

    public override IEnumerable<EpisodeLink> EpisodeLinks()
    {
        if (Sender.Id is not { } sender || City is { Id: null })
        {
            return [];
        }

        var kind = EpisodeKind.HostedOffice;
        var party = Pair.Of(new[] { sender, City?.Id, OfficeType.Beside() }.OfType<string>());
        return [new(kind.EpisodeOf(Polity!, party), kind, sender, Role) { Term = Term }];
    }

    public override IEnumerable<(string Name, object? Value)> Details() => [("type", OfficeType)];

    public override IEnumerable<(string Name, object? Value)> Identity() => [("city", City)];

    public override IEnumerable<Party> Parties() => City is null ? [Sender] : [Sender, City];

    /// <summary>The mission in a sentence: "embassy in Hargeisa".</summary>
    protected string WordsOfMission(PartyNames names) =>
        $"{(OfficeType ?? Offices.OfficeType.RepresentativeOffice).InWords()} in {(City is null ? names.Polity : names[City])}";
}
