namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// A polity's life with its posts and institutions, which limit each other. Every other episode depends only on its own statements and on
/// the states that the life went through while the rules were applied here, so it is resolved by itself. A pure function of the statements.
/// </summary>
public sealed class Frame
{
    private readonly LifeStep[] beforeSeats;
    private readonly LifeStep[] withSeats;

    private Frame(UnresolvedEpisode life, UnresolvedEpisode[] binding, LifeStep[] beforeSeats, LifeStep[] withSeats)
    {
        (this.beforeSeats, this.withSeats) = (beforeSeats, withSeats);
        Horizon = RulesOfTime.Horizon.Of(life, binding);
        SaysAnything = RulesOfTime.Horizon.SaysAnything(life, binding);
        Life = ResolvedEpisode.OfLife(life);
        Binding = Array.ConvertAll(binding, episode => ResolvedEpisode.Of(episode, Horizon));
    }

    /// <summary>The polity's own life.</summary>
    public ResolvedEpisode Life { get; }

    /// <summary>The posts and institutions, in the order given.</summary>
    public IReadOnlyList<ResolvedEpisode> Binding { get; }

    /// <summary>The day before which nothing is on record; null if there is no such day.</summary>
    public long? Horizon { get; }

    /// <summary>The days on which existence may differ from the day before, in any order, except the day after the record date.</summary>
    public IEnumerable<long> ExistenceChangePoints => Life.ChangePoints().Concat(Horizon is { } day ? [day] : Array.Empty<long>());

    /// <summary>Whether anything is said about the polity's life, its posts or its institutions.</summary>
    public bool SaysAnything { get; }

    /// <summary>Applies the rules to the life, posts and institutions.</summary>
    public static Frame Of(Statements life, IEnumerable<EpisodeStatements> binding)
    {
        ArgumentNullException.ThrowIfNull(binding);
        var unresolvedLife = new UnresolvedEpisode(Resolution.LifeId, Nature.Life, seat: null, life);
        var episodes = binding.Select(one => new UnresolvedEpisode(one.Id, one.Nature, one.Seat, one.Statements)).ToArray();
        var seats = Seat.Among(episodes);
        UnresolvedEpisode[] all = [unresolvedLife, .. episodes];

        OneDay.Admit(new LifeStep(unresolvedLife), episodes, seats);
        foreach (var one in all)
            one.SaveOwn();
        OutsideLife.Exempt(new PolityLife(unresolvedLife), episodes);
        var rounds = new Rounds(unresolvedLife, episodes, seats);
        var stepsBeforeSeats = rounds.RunToFixpoint(withSeats: false);
        foreach (var one in all)
            one.SaveAfterLife();
        foreach (var seat in seats)
            seat.WaiveOverlaps();
        return new Frame(unresolvedLife, episodes, stepsBeforeSeats, rounds.RunToFixpoint(withSeats: true));
    }

    /// <summary>Applies the rules to an episode that is neither a post nor an institution.</summary>
    public ResolvedEpisode Resolve(EpisodeStatements said)
    {
        ArgumentNullException.ThrowIfNull(said);
        var episode = new UnresolvedEpisode(said.Id, said.Nature, seat: null, said.Statements);
        OneDay.Admit(beforeSeats[0], [episode], []);
        episode.SaveOwn();
        OutsideLife.Exempt(beforeSeats[0].Life, [episode]);
        foreach (var step in beforeSeats)
            Rounds.Apply(episode, step);
        episode.SaveAfterLife();
        foreach (var step in withSeats)
            Rounds.Apply(episode, step);
        return ResolvedEpisode.Of(episode, Horizon);
    }

    /// <summary>Whether <see cref="Resolve"/> gives the same result with either frame, whatever the episode.</summary>
    public bool ResolvesAs(Frame other) =>
        other is not null && Horizon == other.Horizon && AreSame(beforeSeats, other.beforeSeats) && AreSame(withSeats, other.withSeats);

    /// <summary>How certain it is that the polity existed on a day.</summary>
    public Certainty ExistenceOn(long day, long? recordDate = null) => ExistenceOver(day, day, recordDate).Throughout;

    /// <summary>How certain it is that the polity existed on every day, and on some day, from first to last.</summary>
    public (Certainty Throughout, Certainty AtSomeTime) ExistenceOver(long first, long last, long? recordDate = null) =>
        !SaysAnything || (last < Horizon && !Life.Final.IsCertainOnSomeDay(first, last, recordDate))
            ? (Certainty.NoRecord, Certainty.NoRecord)
            : Life.Final.Over(first, last, recordDate);

    private static bool AreSame(LifeStep[] steps, LifeStep[] others) =>
        steps.Length == others.Length && steps.Zip(others).All(pair => pair.First.IsSameAs(pair.Second));
}
