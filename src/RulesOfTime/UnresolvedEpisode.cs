namespace ArtsakhLedger.RulesOfTime;

/// <summary>An episode, or a life of the polity, while the rules are being applied to it. Mutable.</summary>
internal sealed class UnresolvedEpisode
{
    private readonly List<Statement[]> consistent;
    private readonly CancellationToken cancellation;

    public UnresolvedEpisode(EpisodeStatements said, CancellationToken cancellation)
    {
        (Id, Nature, After, Statements) = (said.Id, said.Nature, said.After, said.Statements.InForce());
        SeatName = said.Nature == Nature.Post ? said.Seat : null;
        this.cancellation = cancellation;
        consistent = MaximalSets.Of(Statements, given: [], cancellation);
        MayHaveHappenedAlone = consistent.Exists(set => !Array.Exists(set, statement => statement.DeniesAll));
        MayNotHaveHappenedAlone = consistent.Exists(set => set.Length == 0 || Array.Exists(set, statement => statement.DeniesAll));
    }

    public static UnresolvedEpisode OfLife(LifeStatements life, CancellationToken cancellation) =>
        new(new EpisodeStatements(life.Id, Nature.Life, Seat: null, life.Statements), cancellation);

    public string Id { get; }

    public Nature Nature { get; }

    public string? SeatName { get; }

    /// <summary>The id of the period before it.</summary>
    public string? After { get; }

    public Statement[] Statements { get; }

    /// <summary>Whether its statements alone admit that it happened.</summary>
    public bool MayHaveHappenedAlone { get; }

    /// <summary>Whether its statements alone admit that it did not happen.</summary>
    public bool MayNotHaveHappenedAlone { get; }

    /// <summary>Its readings (rule 2): at least one, which is empty if there are no statements.</summary>
    public UnresolvedReading[] Readings { get; private set; } = [];

    /// <summary>The thing of which it is a period.</summary>
    public Thing Thing { get; set; } = null!;

    /// <summary>Its number among the periods, from 0.</summary>
    public int Place { get; set; }

    /// <summary>The seat that it shares with other holders; null if there are none.</summary>
    public Seat? Seat { get; set; }

    /// <summary>Whether the last round changed it.</summary>
    public bool Changed { get; set; }

    /// <summary>Whether rule 5 or the order of periods is waived between it and another (rule 6).</summary>
    public bool IsInClash { get; set; }

    /// <summary>The earliest end and the latest start that any reading still admits.</summary>
    public long EarliestEnd { get; private set; }

    /// <inheritdoc cref="EarliestEnd"/>
    public long LatestStart { get; private set; }

    public bool MayNotHaveHappened { get; private set; }

    /// <summary>Whether it did happen.</summary>
    public bool Happened => !MayNotHaveHappened;

    /// <summary>Whether some reading of it can be the reason to drop an interval of another episode.</summary>
    public bool IsPartner => Array.Exists(Readings, reading => !reading.LeftWithNothing);

    /// <summary>The intervals that its readings still admit.</summary>
    public Intervals[] Sets { get; private set; } = [];

    /// <summary>The days on which it may begin.</summary>
    public DayRanges Starts =>
        DayRanges.Joined(from set in Sets from piece in set.Pieces.ToArray() select new DayRange(piece.FirstStart, piece.LastStart));

    /// <summary>What its readings admit by themselves, before rules 4 and 5.</summary>
    public PossibleTimes? Own { get; private set; }

    /// <summary>What rule 4 leaves, before rule 5 and the order of periods.</summary>
    public PossibleTimes? AfterLife { get; private set; }

    /// <summary>Reads the statements, when it is known whether another period comes, or may come, after it.</summary>
    public void Read(bool mayBeFollowed, bool isFollowed)
    {
        bool[] followed =
            !mayBeFollowed ? [false]
            : isFollowed ? [true]
            : [false, true];
        Readings =
        [
            .. consistent.Select(set => new UnresolvedReading(this, set, Completion.Of(set, Statements, Nature, followed, cancellation))),
        ];
        Summarize();
    }

    /// <summary>Whether it can be the reason to drop an interval of a reading of another episode.</summary>
    public bool Binds(UnresolvedReading other) =>
        !other.Clashes(this) && Array.Exists(Readings, reading => !reading.LeftWithNothing && !reading.Clashes(other.Episode));

    public void SaveOwn()
    {
        Own = new PossibleTimes(Sets);
        foreach (var reading in Readings)
            reading.Own = Readings.Length == 1 ? Own : new PossibleTimes(reading.Sets);
    }

    public void SaveAfterLife() => AfterLife = new PossibleTimes(Sets);

    /// <summary>Updates the bounds after a reading has changed.</summary>
    public void Summarize()
    {
        (EarliestEnd, LatestStart, MayNotHaveHappened) = (long.MaxValue, long.MinValue, false);
        foreach (var reading in Readings)
        {
            reading.Summarize();
            EarliestEnd = Math.Min(EarliestEnd, reading.EarliestEnd);
            LatestStart = Math.Max(LatestStart, reading.LatestStart);
            MayNotHaveHappened |= reading.MayNotHaveHappened;
        }
        Sets = Readings is [var only] ? only.Sets : [.. Readings.SelectMany(reading => reading.Sets)];
    }
}
