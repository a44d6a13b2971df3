namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// A polity's lives with its posts and institutions, which limit each other. Every other thing depends only on its own statements and on
/// the states that the lives went through while the rules were applied here, so it is resolved by itself. A pure function of the statements.
/// </summary>
public sealed class Frame
{
    private readonly LivesStep asRead;
    private readonly LivesStep[] beforeSeats;
    private readonly LivesStep[] withSeats;
    private readonly ResolutionContext context;
    private readonly Existence existence;

    private Frame(
        Thing lives,
        UnresolvedEpisode[] binding,
        IReadOnlyList<LooseAttestation> loose,
        LivesStep asRead,
        LivesStep[] beforeSeats,
        LivesStep[] withSeats
    )
    {
        (this.asRead, this.beforeSeats, this.withSeats) = (asRead, beforeSeats, withSeats);
        var final = withSeats[^1];
        Horizon = RulesOfTime.Horizon.Of(lives.Periods, binding);
        SaysAnything = RulesOfTime.Horizon.SaysAnything(lives.Periods, binding);
        Lives = Array.ConvertAll(lives.Periods, life => ResolvedEpisode.OfLife(life, final.WithinAny));
        Doubts = DoubtfulDays.Of(
            Lives,
            isTold: Array.Exists(lives.Periods, life => Array.Exists(life.Statements, statement => !statement.DeniesAll)),
            Horizon
        );
        context = new ResolutionContext(Horizon, Doubts, final.WithinAny);
        Binding = Array.ConvertAll(binding, episode => ResolvedEpisode.Of(episode, context));
        existence = new Existence(this, [.. final.Chains.All], loose);
    }

    /// <summary>The polity's lives, in order.</summary>
    public IReadOnlyList<ResolvedEpisode> Lives { get; }

    /// <summary>The polity's first life.</summary>
    public ResolvedEpisode Life => Lives[0];

    /// <summary>The posts and institutions, in the order given.</summary>
    public IReadOnlyList<ResolvedEpisode> Binding { get; }

    /// <summary>The day before which nothing is on record; null if there is no such day.</summary>
    public long? Horizon { get; }

    /// <summary>The days on which nothing that the state carries is certain.</summary>
    public DoubtfulDays Doubts { get; }

    /// <summary>The days on which existence may differ from the day before, in any order, except the day after the record date.</summary>
    public IEnumerable<long> ExistenceChangePoints => existence.ChangePoints();

    /// <summary>The post or institution that proves that the polity existed on a day, where its lives alone do not; null if none is needed, or none does.</summary>
    public ResolvedEpisode? ProofOn(long day) => existence.Proofs.FirstOrDefault(proof => proof.Days.Contains(day)).Episode;

    /// <summary>Whether anything is said about the polity's lives, its posts or its institutions.</summary>
    public bool SaysAnything { get; }

    /// <summary>Applies the rules to the lives, posts and institutions.</summary>
    /// <param name="lives">The lives, in order; at least one.</param>
    /// <param name="binding">The posts and institutions, every period of each.</param>
    /// <param name="loose">The attestations that may lie in several lives.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">No life is given, or the periods of a thing are not a chain of one nature.</exception>
    public static Frame Of(
        IReadOnlyList<LifeStatements> lives,
        IEnumerable<EpisodeStatements> binding,
        IReadOnlyList<LooseAttestation> loose,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(lives);
        ArgumentNullException.ThrowIfNull(binding);
        ArgumentNullException.ThrowIfNull(loose);
        if (lives.Count == 0)
            throw new ArgumentException("A polity has at least one life, of which nothing need be said.", nameof(lives));
        var lifetime = Thing.OfLives(lives.Select(life => UnresolvedEpisode.OfLife(life, cancellation)));
        var episodes = binding.Select(said => new UnresolvedEpisode(said, cancellation)).ToArray();
        var things = Thing.Among(episodes);
        var seats = Seat.Among(episodes);
        UnresolvedEpisode[] all = [.. lifetime.Periods, .. episodes];

        var first = new LivesStep(lifetime.Periods);
        OneDay.Admit(first, all, seats);
        foreach (var one in all)
            one.SaveOwn();
        lifetime.WaiveDisorder();
        var rounds = new Rounds(lifetime, episodes, things, seats, cancellation);
        rounds.RunToFixpoint(Phase.Lives);
        OutsideLife.Exempt(new LivesStep(lifetime.Periods), things);
        var steps = rounds.RunToFixpoint(Phase.WithinLives);
        foreach (var one in all)
            one.SaveAfterLife();
        foreach (var seat in seats)
            seat.WaiveOverlaps();
        foreach (var thing in things)
            thing.WaiveDisorder();
        return new Frame(lifetime, episodes, loose, first, steps, rounds.RunToFixpoint(Phase.All));
    }

    /// <summary>Applies the rules to a thing of one period that is neither a post nor an institution.</summary>
    public ResolvedEpisode Resolve(EpisodeStatements said, CancellationToken cancellation = default) => Resolve([said], cancellation)[0];

    /// <summary>Applies the rules to a thing that is neither a post nor an institution.</summary>
    /// <param name="periods">All its periods, in any order.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The periods, in the order given.</returns>
    /// <exception cref="ArgumentException">They are not the periods of one thing.</exception>
    public IReadOnlyList<ResolvedEpisode> Resolve(IReadOnlyList<EpisodeStatements> periods, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(periods);
        var episodes = periods.Select(said => new UnresolvedEpisode(said with { Seat = null }, cancellation)).ToArray();
        if (Thing.Among(episodes) is not [var thing])
            throw new ArgumentException("These are not the periods of one thing.", nameof(periods));
        OneDay.Admit(asRead, episodes, []);
        foreach (var episode in episodes)
            episode.SaveOwn();
        OutsideLife.Exempt(beforeSeats[0], [thing]);
        Rounds.Apply(thing, beforeSeats, Phase.WithinLives, cancellation);
        foreach (var episode in episodes)
            episode.SaveAfterLife();
        thing.WaiveDisorder();
        Rounds.Apply(thing, withSeats, Phase.All, cancellation);
        return Array.ConvertAll(episodes, episode => ResolvedEpisode.Of(episode, context));
    }

    /// <summary>Whether <see cref="Resolve(IReadOnlyList{EpisodeStatements}, CancellationToken)"/> gives the same result with either frame, whatever the
    /// thing.</summary>
    public bool ResolvesAs(Frame other) =>
        other is not null
        && Horizon == other.Horizon
        && Doubts.IsSameAs(other.Doubts)
        && asRead.IsSameAs(other.asRead)
        && AreSame(beforeSeats, other.beforeSeats)
        && AreSame(withSeats, other.withSeats);

    /// <summary>How certain it is that the polity existed on a day.</summary>
    public Certainty ExistenceOn(long day, long? recordDate = null) => existence.On(PossibleTimes.Clamped(day), recordDate);

    /// <summary>How certain it is that the polity existed on every day, and on some day, from first to last.</summary>
    public (Certainty Throughout, Certainty AtSomeTime) ExistenceOver(long first, long last, long? recordDate = null) =>
        existence.Over(PossibleTimes.Clamped(first), PossibleTimes.Clamped(last), recordDate);

    /// <summary>Why it is only possible that the polity existed on a day; null if it is not only possible.</summary>
    public Basis? ExistenceBasisOn(long day, long? recordDate = null) => existence.BasisOn(PossibleTimes.Clamped(day), recordDate);

    private static bool AreSame(LivesStep[] steps, LivesStep[] others) =>
        steps.Length == others.Length && steps.Zip(others).All(pair => pair.First.IsSameAs(pair.Second));
}
