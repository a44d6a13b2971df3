namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// What the rules of valid time (DESIGN section 2) make of everything that sources say about a polity's life and its episodes. A pure
/// function of the statements; days are numbers.
/// </summary>
public sealed class Resolution
{
    /// <summary>The id under which the polity's life stands among episodes.</summary>
    public const string LifeId = "life";

    private readonly Dictionary<string, ResolvedEpisode> byId;
    private long[]? changePoints;

    private Resolution(
        ResolvedEpisode life, ResolvedEpisode[] episodes, long? horizon, bool saysAnything, IReadOnlyList<Contradiction> contradictions)
    {
        (Life, Episodes, Horizon, SaysAnything, Contradictions) = (life, episodes, horizon, saysAnything, contradictions);
        byId = episodes.ToDictionary(episode => episode.Id);
    }

    /// <summary>The polity's own life.</summary>
    public ResolvedEpisode Life { get; }

    /// <summary>The episodes in the order given.</summary>
    public IReadOnlyList<ResolvedEpisode> Episodes { get; }

    /// <summary>The day before which nothing is on record; null where there is none.</summary>
    public long? Horizon { get; }

    /// <summary>Whether anything is said of the polity's life, its posts or its institutions.</summary>
    public bool SaysAnything { get; }

    /// <summary>What cannot all be true, in the order of the episodes.</summary>
    public IReadOnlyList<Contradiction> Contradictions { get; }

    /// <summary>The episode with this id.</summary>
    public ResolvedEpisode this[string id] => id == LifeId ? Life : byId[id];

    /// <summary>
    /// Every day, sorted, on which an answer (a value at any stage, existence, <c>undated</c>) may differ from the day before; the day
    /// after the record date is another.
    /// </summary>
    public IReadOnlyList<long> ChangePoints => changePoints ??=
    [
        .. Episodes.Prepend(Life).SelectMany(episode => episode.ChangePoints()).Concat(Horizon is { } day ? [day] : Array.Empty<long>())
            .Distinct().Order(),
    ];

    /// <summary>Applies the rules.</summary>
    public static Resolution Of(PolityStatements said)
    {
        ArgumentNullException.ThrowIfNull(said);
        var life = new Episode(LifeId, Nature.Life, seat: null, said.Life);
        var episodes = said.Episodes.Select(one => new Episode(one.Id, one.Nature, one.Seat, one.Statements)).ToArray();
        var seats = Seat.Among(episodes);

        Episode[] all = [life, .. episodes];

        OneDay.Admit(life, episodes, seats);
        foreach (var one in all)
            one.KeepOwn();
        OutsideLife.LetOff(life, episodes);
        var rounds = new Rounds(life, episodes, seats);
        rounds.UntilRest(withSeats: false);
        foreach (var one in all)
            one.KeepAfterLife();
        foreach (var seat in seats)
            seat.LetOff();
        rounds.UntilRest(withSeats: true);

        var horizon = RulesOfTime.Horizon.Of(life, episodes);
        return new Resolution(
            ResolvedEpisode.OfLife(life),
            Array.ConvertAll(episodes, episode => ResolvedEpisode.Of(episode, horizon)),
            horizon,
            RulesOfTime.Horizon.SaysAnything(life, episodes),
            [.. all.SelectMany(ContradictionsOf).Distinct()]);
    }

    private static IEnumerable<Contradiction> ContradictionsOf(Episode episode)
    {
        foreach (var statement in episode.Statements)
            if (!statement.IsPossible)
                yield return new ImpossibleClaim(episode.Id, statement.Id);
        foreach (var reading in episode.Readings)
        {
            if (reading.BeginsOutside || reading.EndsOutside)
                yield return new OutsidePolity(episode.Id);
            foreach (var other in reading.ClashesWith ?? [])
                yield return string.CompareOrdinal(episode.Id, other.Id) < 0
                    ? new SeatHeldTwice(episode.Id, other.Id)
                    : new SeatHeldTwice(other.Id, episode.Id);
            if (reading.LeftWithNothing)
                yield return new NothingLeft(episode.Id);
        }
    }

    /// <summary>How surely the polity existed on a day.</summary>
    public Certainty ExistenceOn(long day, long? recordDate = null) => ExistenceOver(day, day, recordDate).Throughout;

    /// <summary>How surely the polity existed on every day, and on some day, from first to last.</summary>
    public (Certainty Throughout, Certainty AtSomeTime) ExistenceOver(long first, long last, long? recordDate = null) =>
        !SaysAnything || (last < Horizon && !Life.Final.IsCertainOnSomeDay(first, last, recordDate))
            ? (Certainty.NoRecord, Certainty.NoRecord)
            : Life.Final.Over(first, last, recordDate);
}
