using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Ministers;

/// <summary>A fact about somebody and a post.</summary>
public abstract record PostFact : Fact
{
    /// <summary>The person.</summary>
    [OfKind(EntityKind.Person)]
    public required Party Person { get; init; }

    /// <summary>The id of the post, the foreign minister's by default. It is also the name of the episode's kind.</summary>
    [OfKind(EntityKind.Post)]
    public string Post { get; init; } = EpisodeKind.ForeignMinister.Name;

    /// <summary>The country or organisation of a mission; absent for any other post.</summary>
    [OfKind(EntityKind.Polity, EntityKind.SubNational, EntityKind.Organisation)]
    public Party? To { get; init; }

    public override IEnumerable<(string Name, object? Value)> Identity() => [("post", OtherPost), ("to", To)];

    public override IEnumerable<Party> Parties() => [Person, .. new[] { OtherPost, To }.OfType<Party>()];

    /// <summary>Whether an id is that of the post, and the post need not be described.</summary>
    internal bool IsKnownPost(string id) => id == Post && KnownPost.Named(Post) is not null;

    private Party? OtherPost => Post == EpisodeKind.ForeignMinister.Name ? null : Party.Named(Post);

    /// <summary>The post with the capacity in which the person held it: "acting foreign minister", "ambassador to Chad".</summary>
    protected string WordsOfPost(PartyNames names, string? capacity = null)
    {
        var name = OtherPost is null ? Post : names[OtherPost];
        return PostInWords.Of(name == Post ? KnownPost.Named(Post)?.Words ?? name : name, To is null ? null : names[To], capacity);
    }
}
