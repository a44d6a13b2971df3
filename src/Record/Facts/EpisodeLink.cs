using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Facts;

/// <summary>What a fact says about an episode.</summary>
public enum EpisodeRole
{
    /// <summary>It dates the start; a term ("1993/1997") dates start and end together.</summary>
    Opens,

    /// <summary>It shows that the episode held then, and dates neither start nor end.</summary>
    Attests,

    /// <summary>It dates the end.</summary>
    Closes,
}

/// <summary>A fact's link to an episode.</summary>
/// <param name="Thing">The id of what it is about, of which an episode is one period: <c>{polity}/{kind}/{party}</c>, or <c>{polity}/existence</c>. If it is between two other entities, the party is a <see cref="Pair"/>.</param>
/// <param name="Kind">The episode's kind.</param>
/// <param name="Party">The id of the entity that an entry of the answer names.</param>
/// <param name="Role">Whether the fact opens, attests or closes the episode.</param>
public sealed record EpisodeLink(string Thing, EpisodeKind Kind, string Party, EpisodeRole Role)
{
    /// <summary>The number of the period of which the fact says that it speaks; null where its dates tell that.</summary>
    public int? Term { get; init; }

    /// <summary>Where an institution has, or had, its seat; null where the fact does not say.</summary>
    public string? Place { get; init; }

    /// <summary>The episode that the fact names by itself: the thing's first period, or that of the number which it gives.</summary>
    public string Episode => EpisodeId.Of(Thing, Term ?? 1);

    /// <summary>How the rules of time treat the episode: by default, like all episodes of its kind.</summary>
    public Nature Nature { get; init; } = Kind.Nature;

    /// <summary>Whether the fact has to do with the episode only if another fact opens or attests it.</summary>
    public bool OnlyWhereOpened { get; init; }
}
