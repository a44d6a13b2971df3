namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// The result of applying the rules of valid time (DESIGN section 2) to everything that sources say about a polity's life and its episodes. A
/// pure function of the statements. Days are numbers.
/// </summary>
public sealed class Resolution
{
    /// <summary>The id of the polity's life among the episodes.</summary>
    public const string LifeId = "life";

    private readonly Dictionary<string, ResolvedEpisode> byId;
    private long[]? changePoints;

    /// <param name="frame">The life, posts and institutions.</param>
    /// <param name="episodes">All episodes, those of the frame included.</param>
    public Resolution(Frame frame, IReadOnlyList<ResolvedEpisode> episodes)
    {
        (Frame, Episodes) = (frame, episodes);
        byId = episodes.ToDictionary(episode => episode.Id);
        Contradictions = [.. episodes.Prepend(frame.Life).SelectMany(episode => episode.Contradictions).Distinct()];
    }

    /// <summary>The polity's life, posts and institutions.</summary>
    public Frame Frame { get; }

    /// <summary>The polity's own life.</summary>
    public ResolvedEpisode Life => Frame.Life;

    /// <summary>The episodes in the order given.</summary>
    public IReadOnlyList<ResolvedEpisode> Episodes { get; }

    /// <inheritdoc cref="Frame.Horizon"/>
    public long? Horizon => Frame.Horizon;

    /// <inheritdoc cref="Frame.SaysAnything"/>
    public bool SaysAnything => Frame.SaysAnything;

    /// <summary>What cannot all be true, in order of the episodes.</summary>
    public IReadOnlyList<Contradiction> Contradictions { get; }

    /// <summary>The episode with this id.</summary>
    public ResolvedEpisode this[string id] => id == LifeId ? Life : byId[id];

    /// <summary>
    /// The days on which any answer may differ from the day before, sorted, except the day after the record date.
    /// </summary>
    public IReadOnlyList<long> ChangePoints =>
        changePoints ??= [.. Episodes.SelectMany(episode => episode.ChangePoints()).Concat(Frame.ExistenceChangePoints).Distinct().Order()];

    /// <summary>Applies the rules.</summary>
    public static Resolution Of(PolityStatements said)
    {
        ArgumentNullException.ThrowIfNull(said);
        var frame = Frame.Of(said.Lives[0].Statements, said.Episodes.Where(episode => episode.Nature.BindsState()));
        var binding = frame.Binding.ToDictionary(episode => episode.Id);
        return new Resolution(frame, [.. said.Episodes.Select(episode => binding.GetValueOrDefault(episode.Id) ?? frame.Resolve(episode))]);
    }

    /// <inheritdoc cref="Frame.ExistenceOn"/>
    public Certainty ExistenceOn(long day, long? recordDate = null) => Frame.ExistenceOn(day, recordDate);

    /// <inheritdoc cref="Frame.ExistenceOver"/>
    public (Certainty Throughout, Certainty AtSomeTime) ExistenceOver(long first, long last, long? recordDate = null) =>
        Frame.ExistenceOver(first, last, recordDate);
}
