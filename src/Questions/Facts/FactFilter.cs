using ArtsakhLedger.Asking;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Vocabulary;
using Edtf;

namespace ArtsakhLedger.Facts;

/// <summary>A filter for facts, by their current content and their place in the record. A property that is null does not restrict
/// anything.</summary>
public sealed record FactFilter
{
    private const int LongestText = 300;

    public string? Polity { get; init; }

    /// <summary>The kind of an episode that the fact opens, attests or closes.</summary>
    public string? Kind { get; init; }

    /// <summary>The fact's own type.</summary>
    public string? Type { get; init; }

    /// <summary>An entity that the fact names, or that an unnamed party of it could be, by any of its ids.</summary>
    public string? Party { get; init; }

    /// <summary>A source that it cites.</summary>
    public string? Source { get; init; }

    /// <summary>Who recorded it: the subject.</summary>
    public string? Author { get; init; }

    /// <summary>The batch that it came with, as <c>{polity}/{name}</c>.</summary>
    public string? Batch { get; init; }

    public DayWindow Days { get; init; } = new(null, null);

    /// <summary>Rejects values that no fact can have.</summary>
    /// <exception cref="QuestionProblem">400.</exception>
    public FactFilter Checked()
    {
        (string Name, string? Value)[] texts =
        [
            ("polity", Polity),
            ("kind", Kind),
            ("type", Type),
            ("party", Party),
            ("source", Source),
            ("author", Author),
            ("batch", Batch),
        ];
        foreach (var (name, value) in texts)
        {
            if (value is { Length: 0 or > LongestText } || value?.Contains('\0', StringComparison.Ordinal) is true)
            {
                throw QuestionProblem.BadParameter(
                    name,
                    $"'{name}' must have 1 to {LongestText} characters, none of them U+0000. Leave it out to ask for every fact."
                );
            }
        }

        return Type is not null && FactType.Named(Type) is null
            ? throw QuestionProblem.BadParameter(
                "type",
                $"There is no type of fact '{Type}'. Send one of {string.Join(", ", FactType.All.Select(type => type.Name))}."
            )
            : this;
    }

    /// <summary>Whether a fact matches.</summary>
    /// <param name="recorded">The fact with its current content.</param>
    /// <param name="date">When it happened or held.</param>
    /// <param name="entities">The entities as known.</param>
    public bool Takes(RecordedFact recorded, EdtfDate? date, EntityRegister entities)
    {
        var fact = recorded.Fact;
        return (Polity is null || fact.Polity == Polity)
            && (Kind is null || fact.EpisodeLinks().Any(link => link.Kind.Name == Kind))
            && (Type is null || FactType.Of(fact).Name == Type)
            && (Party is null || Names(fact, entities.Canonical(Party), entities))
            && (Source is null || fact.Citations.Any(citation => citation.Source == Source))
            && (Author is null || recorded.Author.Subject == Author)
            && (Batch is null || recorded.Batch == Batch)
            && Days.Overlaps(date);
    }

    private static bool Names(Fact fact, string party, EntityRegister entities) =>
        fact.Parties().SelectMany(one => one.Id is { } id ? [id] : one.MayBe).Any(id => entities.Canonical(id) == party);

    /// <summary>Rejects text that is not a kind of episode. The id of a post is one too.</summary>
    /// <exception cref="QuestionProblem">400.</exception>
    public static void RequireKind(string kind, EntityRegister entities)
    {
        if (!EpisodeKind.Named(kind).IsKnown && entities.Find(kind) is not { Kind: EntityKind.Post })
        {
            throw NoSuchKind(kind);
        }
    }

    /// <summary>Whether a text can be a kind at all: the name of one, or the id of a post.</summary>
    public static bool IsKindOrId(string kind) => Slug.IsValid(kind);

    /// <summary>The problem of a kind that there is not.</summary>
    public static QuestionProblem NoSuchKind(string kind) =>
        QuestionProblem.BadParameter(
            "kind",
            $"There is no kind '{(kind.Length > 40 ? kind[..40] + "…" : kind)}'. Send one of {string.Join(", ", EpisodeKind.All.Select(one => one.Name))}, or the id of a post."
        );
}
