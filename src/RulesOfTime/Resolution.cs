namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// The result of applying the rules of valid time to everything that sources say about a polity's lives and its episodes. A
/// pure function of the statements. Days are numbers.
/// </summary>
public sealed class Resolution
{
    /// <summary>The id of the polity's first life among the episodes.</summary>
    public const string LifeId = "life";

    private readonly Dictionary<string, ResolvedEpisode> byId;
    private long[]? changePoints;

    /// <param name="frame">The lives, posts and institutions.</param>
    /// <param name="episodes">All episodes, those of the frame included.</param>
    /// <param name="things">The things of more than one period.</param>
    public Resolution(Frame frame, IReadOnlyList<ResolvedEpisode> episodes, IReadOnlyList<ResolvedThing> things)
    {
        ArgumentNullException.ThrowIfNull(frame);
        (Frame, Episodes, Things) = (frame, episodes, things);
        byId = episodes.Concat(frame.Lives).ToDictionary(episode => episode.Id);
        Contradictions = [.. frame.Lives.Concat(episodes).SelectMany(episode => episode.Contradictions).Distinct()];
    }

    /// <summary>The polity's lives, posts and institutions.</summary>
    public Frame Frame { get; }

    /// <inheritdoc cref="Frame.Lives"/>
    public IReadOnlyList<ResolvedEpisode> Lives => Frame.Lives;

    /// <inheritdoc cref="Frame.Life"/>
    public ResolvedEpisode Life => Frame.Life;

    /// <summary>The episodes in the order given.</summary>
    public IReadOnlyList<ResolvedEpisode> Episodes { get; }

    /// <summary>The things of more than one period, the lives apart, in order of their first periods.</summary>
    public IReadOnlyList<ResolvedThing> Things { get; }

    /// <inheritdoc cref="Frame.Horizon"/>
    public long? Horizon => Frame.Horizon;

    /// <inheritdoc cref="Frame.SaysAnything"/>
    public bool SaysAnything => Frame.SaysAnything;

    /// <summary>What cannot all be true, in order of the lives and the episodes.</summary>
    public IReadOnlyList<Contradiction> Contradictions { get; }

    /// <summary>The episode, or the life, with this id.</summary>
    public ResolvedEpisode this[string id] => byId[id];

    /// <summary>
    /// The days on which any answer may differ from the day before, sorted, except the day after the record date.
    /// </summary>
    public IReadOnlyList<long> ChangePoints =>
        changePoints ??= [
            .. Episodes
                .SelectMany(episode => episode.ChangePoints())
                .Concat(Things.SelectMany(thing => thing.ChangePoints()))
                .Concat(Frame.ExistenceChangePoints)
                .Where(day => DayRanges.OrUnbounded(day) is not null)
                .Distinct()
                .Order(),
        ];

    /// <summary>Applies the rules.</summary>
    /// <exception cref="ArgumentException">The periods of a thing are not a chain of one nature.</exception>
    public static Resolution Of(PolityStatements said, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(said);
        var frame = Frame.Of(said.Lives, said.Episodes.Where(episode => episode.Nature.BindsState()), said.Loose, cancellation);
        var resolved = frame.Binding.ToDictionary(episode => episode.Id);
        var things = PeriodChains.Of(said.Episodes);
        foreach (var periods in things.Where(periods => !periods[0].Nature.BindsState()))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var period in frame.Resolve(periods, cancellation))
                resolved.Add(period.Id, period);
        }

        return new Resolution(
            frame,
            [.. said.Episodes.Select(episode => resolved[episode.Id])],
            [
                .. things
                    .Where(periods => periods.Count > 1)
                    .Select(periods => new ResolvedThing([.. periods.Select(period => resolved[period.Id])], said.Loose)),
            ]
        );
    }

    /// <inheritdoc cref="Frame.ExistenceOn"/>
    public Certainty ExistenceOn(long day, long? recordDate = null) => Frame.ExistenceOn(day, recordDate);

    /// <inheritdoc cref="Frame.ExistenceOver"/>
    public (Certainty Throughout, Certainty AtSomeTime) ExistenceOver(long first, long last, long? recordDate = null) =>
        Frame.ExistenceOver(first, last, recordDate);

    /// <inheritdoc cref="Frame.ExistenceBasisOn"/>
    public Basis? ExistenceBasisOn(long day, long? recordDate = null) => Frame.ExistenceBasisOn(day, recordDate);
}
