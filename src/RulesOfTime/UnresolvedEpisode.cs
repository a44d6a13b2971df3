namespace ArtsakhLedger.RulesOfTime;

/// <summary>An episode, or the polity's life, while the rules are applied to it.</summary>
internal sealed class UnresolvedEpisode
{
    public UnresolvedEpisode(string id, Nature nature, string? seat, Statements said)
    {
        (Id, Nature, Statements) = (id, nature, said.InForce());
        SeatName = nature == Nature.Post ? seat : null;
        Readings =
        [
            .. MaximalSets
                .Of(Statements, given: [])
                .Select(statements => new UnresolvedReading(this, statements, Completion.Of(statements, Statements, nature))),
        ];
        Summarize();
    }

    public string Id { get; }

    public Nature Nature { get; }

    public string? SeatName { get; }

    public Statement[] Statements { get; }

    /// <summary>Rule 2: never none; the empty one where nothing is left to read.</summary>
    public UnresolvedReading[] Readings { get; }

    /// <summary>The seat that it shares with other holders; null where it has none or holds it alone.</summary>
    public Seat? Seat { get; set; }

    /// <summary>Whether the last round changed anything of it.</summary>
    public bool Changed { get; set; }

    /// <summary>The earliest end and the latest start of what it may still be, over all readings.</summary>
    public long EarliestEnd { get; private set; }

    /// <inheritdoc cref="EarliestEnd"/>
    public long LatestStart { get; private set; }

    public bool MayNotHaveHappened { get; private set; }

    /// <summary>Every set of intervals that it may still be.</summary>
    public Intervals[] Sets { get; private set; } = [];

    /// <summary>What its readings alone admit.</summary>
    public PossibleTimes? Own { get; private set; }

    /// <summary>What rule 4 left.</summary>
    public PossibleTimes? AfterLife { get; private set; }

    public void KeepOwn()
    {
        Own = new PossibleTimes(Sets);
        foreach (var reading in Readings)
            reading.Own = Readings.Length == 1 ? Own : new PossibleTimes(reading.Sets);
    }

    public void KeepAfterLife() => AfterLife = new PossibleTimes(Sets);

    /// <summary>Takes down the numbers that others ask for, after a change.</summary>
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
