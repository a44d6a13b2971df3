namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// The polity's life with the posts and institutions that bind it in turn: the one part of a polity in which anything depends on anything
/// else. Every other episode depends on its own statements and on what the life went through while the frame came to rest, so it is
/// resolved by itself, and stays as it is as long as neither changes. A pure function of the statements.
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

    /// <summary>The day before which nothing is on record; null where there is none.</summary>
    public long? Horizon { get; }

    /// <summary>Every day on which the existence may differ from the day before, in any order; the day after the record date is another.</summary>
    public IEnumerable<long> ExistenceChangePoints => Life.ChangePoints().Concat(Horizon is { } day ? [day] : Array.Empty<long>());

    /// <summary>Whether anything is said of the polity's life, its posts or its institutions.</summary>
    public bool SaysAnything { get; }

    /// <summary>Applies the rules to the life and what binds it.</summary>
    public static Frame Of(Statements life, IEnumerable<EpisodeStatements> binding)
    {
        ArgumentNullException.ThrowIfNull(binding);
        var itsLife = new UnresolvedEpisode(Resolution.LifeId, Nature.Life, seat: null, life);
        var episodes = binding.Select(one => new UnresolvedEpisode(one.Id, one.Nature, one.Seat, one.Statements)).ToArray();
        var seats = Seat.Among(episodes);
        UnresolvedEpisode[] all = [itsLife, .. episodes];

        OneDay.Admit(new LifeStep(itsLife), episodes, seats);
        foreach (var one in all)
            one.KeepOwn();
        OutsideLife.LetOff(new PolityLife(itsLife), episodes);
        var rounds = new Rounds(itsLife, episodes, seats);
        var withoutThem = rounds.UntilRest(withSeats: false);
        foreach (var one in all)
            one.KeepAfterLife();
        foreach (var seat in seats)
            seat.LetOff();
        return new Frame(itsLife, episodes, withoutThem, rounds.UntilRest(withSeats: true));
    }

    /// <summary>Applies the rules to an episode that neither binds the life nor has a seat.</summary>
    public ResolvedEpisode Resolve(EpisodeStatements said)
    {
        ArgumentNullException.ThrowIfNull(said);
        var episode = new UnresolvedEpisode(said.Id, said.Nature, seat: null, said.Statements);
        OneDay.Admit(beforeSeats[0], [episode], []);
        episode.KeepOwn();
        OutsideLife.LetOff(beforeSeats[0].Life, [episode]);
        foreach (var step in beforeSeats)
            Rounds.Drop(episode, step);
        episode.KeepAfterLife();
        foreach (var step in withSeats)
            Rounds.Drop(episode, step);
        return ResolvedEpisode.Of(episode, Horizon);
    }

    /// <summary>Whether every episode that this one resolves comes out of the other the same.</summary>
    public bool ResolvesAs(Frame other) =>
        other is not null && Horizon == other.Horizon && AreSame(beforeSeats, other.beforeSeats) && AreSame(withSeats, other.withSeats);

    /// <summary>How surely the polity existed on a day.</summary>
    public Certainty ExistenceOn(long day, long? recordDate = null) => ExistenceOver(day, day, recordDate).Throughout;

    /// <summary>How surely the polity existed on every day, and on some day, from first to last.</summary>
    public (Certainty Throughout, Certainty AtSomeTime) ExistenceOver(long first, long last, long? recordDate = null) =>
        !SaysAnything || (last < Horizon && !Life.Final.IsCertainOnSomeDay(first, last, recordDate))
            ? (Certainty.NoRecord, Certainty.NoRecord)
            : Life.Final.Over(first, last, recordDate);

    private static bool AreSame(LifeStep[] steps, LifeStep[] others) =>
        steps.Length == others.Length && steps.Zip(others).All(pair => pair.First.IsSameAs(pair.Second));
}
