namespace ArtsakhLedger.RulesOfTime;

/// <summary>An episode, or the polity's life, while the rules are being applied to it. Mutable.</summary>
internal sealed class UnresolvedEpisode
{
    public UnresolvedEpisode(string id, Nature nature, string? seat, Statements statements)
    {
        (Id, Nature, Statements) = (id, nature, statements.InForce());
        SeatName = nature == Nature.Post ? seat : null;
        Readings =
        [
            .. MaximalSets
                .Of(Statements, given: [])
                .Select(set => new UnresolvedReading(this, set, Completion.Of(set, Statements, nature))),
        ];
        Summarize();
    }

    public string Id { get; }

    public Nature Nature { get; }

    public string? SeatName { get; }

    public Statement[] Statements { get; }

    /// <summary>Its readings (rule 2): at least one, which is empty if there are no statements.</summary>
    public UnresolvedReading[] Readings { get; }

    /// <summary>The seat that it shares with other holders; null if there are none.</summary>
    public Seat? Seat { get; set; }

    /// <summary>Whether the last round changed it.</summary>
    public bool Changed { get; set; }

    /// <summary>The earliest end and the latest start that any reading still admits.</summary>
    public long EarliestEnd { get; private set; }

    /// <inheritdoc cref="EarliestEnd"/>
    public long LatestStart { get; private set; }

    public bool MayNotHaveHappened { get; private set; }

    /// <summary>The intervals that its readings still admit.</summary>
    public Intervals[] Sets { get; private set; } = [];

    /// <summary>What its readings admit by themselves, before rules 4 and 5.</summary>
    public PossibleTimes? Own { get; private set; }

    /// <summary>What rule 4 leaves, before rule 5.</summary>
    public PossibleTimes? AfterLife { get; private set; }

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
