using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Ministers;

/// <summary>A fact about one person's tenure of a post.</summary>
public abstract record TenureFact : PostFact
{
    /// <summary>2, 3 … if a source says that it is a further term of the same person; otherwise absent.</summary>
    public int? Term { get; init; }

    protected abstract EpisodeRole Role { get; }

    public override IEnumerable<EpisodeLink> EpisodeLinks()
    {
        if (Person.Id is not { } person || EpisodeKind.OfPost(Post) is not { } kind || To is { Id: null })
        {
            return [];
        }

        var party = To?.Id is { } to ? Pair.Of(to, person) : person;
        return [new(kind.EpisodeOf(Polity!, party), kind, person, Role) { Term = Term }];
    }
}
