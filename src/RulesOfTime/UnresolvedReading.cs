namespace ArtsakhLedger.RulesOfTime;

/// <summary>A reading while the rules are being applied to it (rules 2 and 6). Mutable.</summary>
internal sealed class UnresolvedReading(UnresolvedEpisode episode, Statement[] statements, Completion[] completions)
{
    private HashSet<UnresolvedEpisode>? clashesWith;

    public UnresolvedEpisode Episode { get; } = episode;

    public Statement[] Statements { get; } = statements;

    /// <summary>One part for each of its completions.</summary>
    public ReadingPart[] Parts { get; } = Array.ConvertAll(completions, completion => new ReadingPart(completion));

    /// <summary>Whether it takes it to be true that it did not happen.</summary>
    public bool IsDenial { get; } = Array.Exists(statements, statement => statement.DeniesAll);

    /// <summary>Whether it need not begin within the state's lives (rule 6).</summary>
    public bool BeginsOutside { get; set; }

    /// <summary>Whether it need not end within the state's lives (rule 6).</summary>
    public bool EndsOutside { get; set; }

    /// <summary>The number of the life by which it is judged if it need not begin within one (rule 6).</summary>
    public int? JudgedBy { get; set; }

    /// <summary>The other holders that it may overlap, and the periods with which it may be out of order, since it cannot but do so (rule 6).</summary>
    public IEnumerable<UnresolvedEpisode> ClashesWith => clashesWith ?? [];

    /// <summary>Whether a round would have left it with nothing; it then keeps what it had and limits nothing (rule 6).</summary>
    public bool LeftWithNothing { get; set; }

    /// <summary>Whether that is reported: not if it is a life's reading beside a post, and has rivals that say so.</summary>
    public bool ReportsNothingLeft { get; set; }

    /// <summary>What it admits by itself, before rules 4 and 5.</summary>
    public PossibleTimes? Own { get; set; }

    /// <summary>The intervals that it still admits.</summary>
    public Intervals[] Sets { get; private set; } = [];

    public long EarliestEnd { get; private set; }

    public long LatestStart { get; private set; }

    public bool MayNotHaveHappened { get; private set; }

    /// <summary>Waives rule 5, or the order of periods, between it and another episode.</summary>
    public void ClashWith(UnresolvedEpisode other)
    {
        (clashesWith ??= []).Add(other);
        (Episode.IsInClash, other.IsInClash) = (true, true);
    }

    /// <summary>Whether the two are waived.</summary>
    public bool Clashes(UnresolvedEpisode other) => clashesWith?.Contains(other) == true;

    public void Summarize()
    {
        (EarliestEnd, LatestStart, MayNotHaveHappened) = (long.MaxValue, long.MinValue, false);
        Sets = Parts is [var only] ? only.Sets : [.. Parts.SelectMany(part => part.Sets)];
        foreach (var set in Sets)
        {
            MayNotHaveHappened |= set.MayNotHaveHappened;
            EarliestEnd = Math.Min(EarliestEnd, set.EarliestEnd);
            LatestStart = Math.Max(LatestStart, set.LatestStart);
        }
    }
}

/// <summary>What is left of one completion of a reading.</summary>
internal sealed class ReadingPart(Completion completion)
{
    public Completion Completion { get; } = completion;

    public Intervals Held { get; set; } = completion.Own;

    /// <summary>Intervals that end on the day attested, admitted because of other dates.</summary>
    public Intervals OnDayAttested { get; set; } = Intervals.Empty;

    /// <summary>What the current round leaves of <see cref="Held"/>.</summary>
    public Intervals HeldNext { get; set; } = Intervals.Empty;

    /// <summary>What the current round leaves of <see cref="OnDayAttested"/>.</summary>
    public Intervals OnDayAttestedNext { get; set; } = Intervals.Empty;

    /// <summary>Why each end on the day attested is admitted: one reason is enough.</summary>
    public List<OneDayReason> Reasons { get; } = [];

    public Intervals[] Sets => OnDayAttested.IsEmpty ? [Held] : [Held, OnDayAttested];
}
