using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.StateAsOf;

/// <summary>An episode as known at a position, with the result of the rules of time.</summary>
/// <param name="episode">What its facts say.</param>
/// <param name="resolved">The result of the rules.</param>
internal sealed class KnownEpisode(Episode episode, ResolvedEpisode resolved)
{
    private IReadOnlyList<Reason>? startReasons;
    private IReadOnlyList<Reason>? endReasons;

    /// <summary>What its facts say.</summary>
    public Episode Episode { get; } = episode;

    /// <summary>What is set aside in it.</summary>
    public IReadOnlyList<SetAside> SetAside => Episode.SetAside;

    /// <summary>The result of the rules.</summary>
    public ResolvedEpisode Resolved { get; } = resolved;

    /// <summary>Whether it ends with the state in some reading.</summary>
    public bool MayLast => Resolved.Readings.Any(reading => reading.Final.MayHaveHappened && reading.EndsWithState);

    /// <summary>Whether it ends with the state in every reading.</summary>
    public bool OnlyLasts => Resolved.Readings.Where(reading => reading.Final.MayHaveHappened).All(reading => reading.EndsWithState);

    /// <inheritdoc cref="BoundReasons.Of"/>
    public IReadOnlyList<Reason> ReasonsFor(BoundName bound) =>
        bound == BoundName.Start
            ? startReasons ??= BoundReasons.Of(this, BoundName.Start)
            : endReasons ??= BoundReasons.Of(this, BoundName.End);
}

/// <summary>A polity's lives, and the posts and institutions that bind them.</summary>
/// <param name="Polity">The polity.</param>
/// <param name="Entities">The entities that its facts name.</param>
/// <param name="Frame">Its lives as the rules leave them.</param>
/// <param name="Lives">Its lives with their facts, in order; empty where no fact is about any.</param>
/// <param name="Binding">Its posts and institutions.</param>
internal sealed record PolityFrame(
    EntityReference Polity,
    EntityRegister Entities,
    Frame Frame,
    IReadOnlyList<KnownEpisode> Lives,
    IReadOnlyList<KnownEpisode> Binding
)
{
    /// <summary>What the polity is called in what is said of a date.</summary>
    public OfficialNames Names { get; init; } = new(Polity.Id, Entities, []);
}
