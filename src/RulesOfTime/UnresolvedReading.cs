namespace ArtsakhLedger.RulesOfTime;

/// <summary>A reading while the rules are applied to it (DESIGN section 2, rules 2 and 6).</summary>
internal sealed class UnresolvedReading(UnresolvedEpisode episode, Statement[] statements, Completion[] completions)
{
    public UnresolvedEpisode Episode { get; } = episode;

    public Statement[] Statements { get; } = statements;

    /// <summary>One part for each of its completions.</summary>
    public ReadingPart[] Parts { get; } = Array.ConvertAll(completions, completion => new ReadingPart(completion));

    /// <summary>Rule 6: it is let off beginning within the state's life.</summary>
    public bool BeginsOutside { get; set; }

    /// <summary>Rule 6: it is let off ending within the state's life.</summary>
    public bool EndsOutside { get; set; }

    /// <summary>Rule 6: the holders towards whom rule 5 is waived; null where there are none.</summary>
    public HashSet<UnresolvedEpisode>? ClashesWith { get; set; }

    /// <summary>Rule 6: a round would have left it with nothing, so it stands, and binds nobody.</summary>
    public bool LeftWithNothing { get; set; }

    /// <summary>What its own statements admit.</summary>
    public PossibleTimes? Own { get; set; }

    /// <summary>Every set of intervals that it may still be.</summary>
    public Intervals[] Sets { get; private set; } = [];

    public long EarliestEnd { get; private set; }

    public long LatestStart { get; private set; }

    public bool MayNotHaveHappened { get; private set; }

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

    /// <summary>Ends on the earliest day attested, for which another side's dates are the reason.</summary>
    public Intervals OnDayAttested { get; set; } = Intervals.Empty;

    /// <summary>What the round under way leaves of <see cref="Held"/>.</summary>
    public Intervals HeldNext { get; set; } = Intervals.Empty;

    /// <summary>What the round under way leaves of <see cref="OnDayAttested"/>.</summary>
    public Intervals OnDayAttestedNext { get; set; } = Intervals.Empty;

    /// <summary>Why each end on the earliest day attested is admitted: any one reason will do.</summary>
    public List<OneDayReason> Reasons { get; } = [];

    public Intervals[] Sets => OnDayAttested.IsEmpty ? [Held] : [Held, OnDayAttested];
}
