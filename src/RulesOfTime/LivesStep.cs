namespace ArtsakhLedger.RulesOfTime;

/// <summary>The state of the polity's lives at the beginning of a round, as far as other episodes depend on it.</summary>
internal sealed class LivesStep
{
    private readonly (UnresolvedReading Reading, Intervals[] Sets)[] readings;
    private readonly Intervals?[] compatible;
    private readonly bool binds;
    private readonly WithinLives within;
    private readonly WithinLives?[] withinOne;
    private readonly WithinLives?[] besides;
    private readonly WithinLives?[] over;
    private Intervals? outlasting;

    public LivesStep(IReadOnlyList<UnresolvedEpisode> lives)
    {
        Lives = [.. lives.Select(life => Intervals.UnionOf(life.Sets))];
        readings = [.. lives.SelectMany(life => life.Readings).Select(reading => (reading, reading.Sets))];
        binds = Array.Exists(readings, one => !one.Reading.LeftWithNothing);
        compatible = new Intervals?[readings.Length];
        Chains = new Chains(Lives);
        within = new WithinLives(Chains.All);
        (withinOne, besides, over) = (new WithinLives?[Lives.Length], new WithinLives?[Lives.Length], new WithinLives?[Lives.Length]);
    }

    /// <summary>The intervals that each life still admits.</summary>
    public Intervals[] Lives { get; }

    /// <summary>The chains of the lives.</summary>
    public Chains Chains { get; }

    /// <summary>How many rounds in a row began like this.</summary>
    public int Rounds { get; set; }

    /// <summary>The readings of all lives.</summary>
    public IEnumerable<UnresolvedReading> Readings => readings.Select(one => one.Reading);

    /// <summary>What rules 3 and 4 allow a part of a reading, which rule 6 may exempt.</summary>
    public Intervals Allows(UnresolvedReading reading, ReadingPart part, bool inOrder) =>
        Allows(reading, part, binds && !reading.BeginsOutside, binds && !reading.EndsOutside, inOrder);

    /// <summary>The same, with a choice of the sides of the state's lives that it keeps to.</summary>
    public Intervals Allows(UnresolvedReading reading, ReadingPart part, bool startsWithin, bool endsWithin, bool inOrder)
    {
        var nature = reading.Episode.Nature;
        if (nature.IsCarriedByState())
            return (reading.JudgedBy is { } life ? WithinOne(life) : within).Allows(
                reading,
                part,
                startsWithin,
                endsWithin,
                reading.EndsOutside,
                inOrder
            );
        return !part.Completion.Lasts ? Intervals.Everything
            : nature == Nature.Others ? Outlasting()
            : Intervals.NeverEnding;
    }

    /// <summary>What some life, or lives without a gap, allow.</summary>
    public WithinLives WithinAny => within;

    /// <summary>What the intervals of one life allow.</summary>
    public WithinLives WithinOne(int life) => withinOne[life] ??= new WithinLives(Chains.Alone(Lives[life]));

    /// <summary>What the other lives allow if this one happened.</summary>
    public WithinLives WithinOthersBesides(int life) => besides[life] ??= new WithinLives(Chains.Besides(life));

    /// <summary>What the other lives allow if this one did not happen.</summary>
    public WithinLives WithinOthersOver(int life) => over[life] ??= new WithinLives(Chains.Over(life));

    /// <summary>The intervals that lie within lives through some interval of a reading of a life, as it was then.</summary>
    public Intervals CompatibleWith(UnresolvedReading reading)
    {
        var i = Array.FindIndex(readings, one => one.Reading == reading);
        return compatible[i] ??= new WithinLives(Chains.Through(reading.Episode.Place, Intervals.UnionOf(readings[i].Sets))).Within(
            startsWithin: true,
            endsWithin: true
        );
    }

    /// <summary>Whether it makes no difference to any other episode.</summary>
    public bool IsSameAs(LivesStep other) =>
        binds == other.binds
        && Rounds == other.Rounds
        && readings.Length == other.readings.Length
        && Intervals.AreSame(Lives, other.Lives)
        && readings.Zip(other.readings).All(pair => Intervals.AreSame(pair.First.Sets, pair.Second.Sets));

    /// <summary>
    /// What others carry and lasts does so at least until the end of the first life that may end after it began, and may end on any day from
    /// then on (rule 4); of the first lives, where those may not have happened.
    /// </summary>
    private Intervals Outlasting()
    {
        if (outlasting is not null)
            return outlasting;
        var cuts = Array.ConvertAll(Lives, life => life.LatestEnd);
        var starts = cuts.Where(end => end is > DayRanges.BeforeEveryDay and <= DayRanges.AfterEveryDay)
            .Append(DayRanges.BeforeEveryDay)
            .Distinct()
            .Order()
            .ToArray();
        var built = new Intervals.Builder(starts.Length);
        for (var i = 0; i < starts.Length; i++)
            built.Add(
                starts[i],
                i + 1 < starts.Length ? starts[i + 1] - 1 : DayRanges.AfterEveryDay,
                DayRanges.EveryEnd.From(EarliestEndFrom(starts[i]))
            );
        return outlasting = built.Build(mayNotHaveHappened: true);
    }

    private long EarliestEndFrom(long start)
    {
        var (earliest, found) = (DayRanges.Never, false);
        foreach (var life in Lives)
            if (life.LatestEnd > start)
            {
                (earliest, found) = (Math.Min(earliest, life.EarliestEnd), true);
                if (!life.MayNotHaveHappened)
                    break;
            }
        return found ? earliest : Math.Min(earliest, Lives.Min(life => life.EarliestEnd));
    }
}
