using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Offices;

/// <summary>A fact about a mission of the polity abroad. It is identified by its city or, if no source gives one, by what it was to or by its
/// host; and a consulate or a permanent mission, which may stand beside another office there, by that.</summary>
public abstract record OfficeFact : Fact
{
    /// <summary>The city of the office; absent if no source gives it.</summary>
    [OfKind(EntityKind.Municipality)]
    public Party? City { get; init; }

    /// <summary>What sort of mission it was; absent for a representative office.</summary>
    public OfficeType? OfficeType { get; init; }

    /// <summary>The country that hosted it.</summary>
    [OfKind(EntityKind.Polity, EntityKind.SubNational)]
    public Party? Host { get; init; }

    /// <summary>2, 3 … if a source says that an office was opened there again; otherwise absent.</summary>
    public int? Term { get; init; }

    protected abstract EpisodeRole Role { get; }

    /// <summary>The country or organisation that it was a mission to, if that is not just its host.</summary>
    protected virtual Party? MissionTo => null;

    /// <summary>The type that tells it apart from other offices there.</summary>
    protected virtual OfficeType? TypeThere => OfficeType;

    /// <summary>The place by which it is identified.</summary>
    public Party? Place() => City ?? MissionTo ?? Host;

    public override IEnumerable<EpisodeLink> EpisodeLinks()
    {
        if (Place()?.Id is not { } place)
        {
            return [];
        }

        var kind = EpisodeKind.Office;
        var party = TypeThere.Beside() is { } beside ? Pair.Of(place, beside) : place;
        return [new(kind.EpisodeOf(Polity!, party), kind, place, Role) { Term = Term }];
    }

    public override IEnumerable<(string Name, object? Value)> Details() => [("city", City), ("type", OfficeType), ("host", Host)];

    public override IEnumerable<(string Name, object? Value)> Identity() => [("to", MissionTo)];

    public override IEnumerable<Party> Parties() => [.. new[] { City, Host, MissionTo }.OfType<Party>()];

    /// <summary>The office in a sentence: "permanent mission to the United Nations in Geneva".</summary>
    protected string WordsOfOffice(PartyNames names) => WordsOfType + WordsOfPlace(names);

    /// <summary>What sort of office it was: "embassy".</summary>
    protected string WordsOfType => (OfficeType ?? Offices.OfficeType.RepresentativeOffice).InWords();

    /// <summary>Where it was: " in Paris".</summary>
    protected string WordsOfPlace(PartyNames names) =>
        $"{names.After("to", MissionTo)}{names.After("in", City ?? (MissionTo is null ? Host : null))}";
}
