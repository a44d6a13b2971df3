using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>A fact about an official name of the polity, which is identified by its text.</summary>
public abstract record NameFact : Fact
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Its language, a BCP 47 tag; absent if it is not said.</summary>
    public string? Language { get; init; }

    /// <summary>The name as an English sentence takes it: "the Nagorno-Karabakh Republic".</summary>
    public string InText => Language?.Split('-')[0] is null or "en" ? Article.InText(EntityKind.Polity, Name) : Name;

    /// <summary>2, 3 … if a source says that the polity took the name again; otherwise absent.</summary>
    public int? Term { get; init; }

    protected abstract EpisodeRole Role { get; }

    public override IEnumerable<EpisodeLink> EpisodeLinks() =>
        [new(EpisodeKind.OfficialName.EpisodeOf(Polity!, NameSlug.Of(Name)), EpisodeKind.OfficialName, Polity!, Role) { Term = Term }];

    public override IEnumerable<(string Name, object? Value)> Identity() => [("name", Name), ("language", Language)];
}
