using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Facts;

/// <summary>What a fact does to an episode.</summary>
public enum EpisodeRole
{
    /// <summary>It dates the start; a term ("1993/1997") dates start and end together.</summary>
    Opens,

    /// <summary>It vouches that the episode held then, and claims neither bound.</summary>
    Attests,

    /// <summary>It dates the end.</summary>
    Closes,
}

/// <summary>The link of a fact on one episode (INTERFACES, section 1).</summary>
/// <param name="Episode">The episode's id: <c>{polity}/{kind}/{party}</c>, or <c>{polity}/existence</c>. Between two others the party is a <see cref="Pair"/>.</param>
/// <param name="Kind">What kind of episode it is.</param>
/// <param name="Party">The entity that an entry of the answer names.</param>
/// <param name="Role">Whether it opens, attests or closes.</param>
public sealed record EpisodeLink(string Episode, EpisodeKind Kind, string Party, EpisodeRole Role)
{
    /// <summary>How the rules of time treat the episode: as all of its kind, unless the parties make it another's (a membership of a team, not of the polity).</summary>
    public Nature Nature { get; init; } = Kind.Nature;
}
