namespace ArtsakhLedger.RulesOfTime.Periods;

/// <summary>The starts and ends that are told of one period of a thing.</summary>
public sealed class ToldPeriod
{
    private readonly List<ClaimDate> starts = [];
    private readonly List<ClaimDate> ends = [];
    private long firstStartOver = long.MaxValue;

    internal ToldPeriod(int number) => Number = number;

    /// <summary>Its number.</summary>
    public int Number { get; }

    /// <summary>The starts that are told of it, in the order of the story.</summary>
    public IReadOnlyList<ClaimDate> Starts => starts;

    /// <summary>The ends that are told of it, those of lives included, in the order of the story.</summary>
    public IReadOnlyList<ClaimDate> Ends => ends;

    internal ToldPeriod? Before { get; set; }

    internal ToldPeriod? Next { get; set; }

    private DayRanges StartDays { get; set; } = DayRanges.Empty;

    private DayRanges EndDays { get; set; } = DayRanges.Empty;

    /// <summary>The end of a period that lasted until this one began: any day on which a start that is told of this one may lie.</summary>
    internal ClaimEnd EndOfOneBefore =>
        StartDays.IsEmpty ? ClaimEnd.On(new ClaimDate(DayRanges.Everything)) : ClaimEnd.WithNextStart(StartDays);

    /// <summary>All the days of its starts or of its ends.</summary>
    internal DayRanges Days(bool ofEnds) => ofEnds ? EndDays : StartDays;

    internal void Add(Telling telling)
    {
        (telling.IsClosing ? ends : starts).Add(telling.Date);
        if (telling.IsClosing)
        {
            EndDays = EndDays.Union(telling.Date.Days);
            return;
        }
        StartDays = StartDays.Union(telling.Date.Days);
        if (telling.IsDated)
            firstStartOver = Math.Min(firstStartOver, telling.Latest);
    }

    /// <summary>Whether a start that is told of it certainly lies before a telling.</summary>
    internal bool CertainlyBeganBefore(Telling telling) => telling.IsDated && firstStartOver < telling.Earliest;

    /// <summary>Whether it may have begun by a day: a start that nobody tells lies after the earliest end of the period before.</summary>
    internal bool MayHaveBegunBy(long day) =>
        !StartDays.IsEmpty ? StartDays.First <= day : Before is not { EndDays.IsEmpty: false } before || before.EndDays.First < day;

    /// <summary>Whether it may not have ended before a day: an end that nobody tells is by the latest start of the next.</summary>
    internal bool MayHaveLastedUntil(long day) =>
        !EndDays.IsEmpty ? EndDays.Last >= day : Next is not { StartDays.IsEmpty: false } next || next.StartDays.Last >= day;
}
