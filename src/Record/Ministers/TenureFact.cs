using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Ministers;

/// <summary>A fact about one person's tenure of a post.</summary>
public abstract record TenureFact : Fact
{
    /// <summary>The holder of the post.</summary>
    [OfKind(EntityKind.Person)]
    public required Party Person { get; init; }

    /// <summary>The id of the post, the foreign minister's by default. It is also the name of the episode's kind.</summary>
    [OfKind(EntityKind.Post)]
    public string Post { get; init; } = EpisodeKind.ForeignMinister.Name;

    /// <summary>2, 3 … if a source says that it is a further term of the same person; otherwise absent.</summary>
    public int? Term { get; init; }

    protected abstract EpisodeRole Role { get; }

    public override IEnumerable<EpisodeLink> EpisodeLinks() =>
        Person.Id is { } person && EpisodeKind.OfPost(Post) is { } kind
            ? [new(kind.EpisodeOf(Polity!, person, Term), kind, person, Role)]
            : [];

    public override IEnumerable<(string Name, object? Value)> Details() => [("post", OtherPost)];

    public override IEnumerable<Party> Parties() => OtherPost is null ? [Person] : [Person, OtherPost];

    private Party? OtherPost => Post == EpisodeKind.ForeignMinister.Name ? null : Party.Named(Post);

    protected string PostInWords(PartyNames names) => OtherPost is null ? "foreign minister" : names[OtherPost];
}
