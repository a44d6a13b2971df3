using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.StateAsOf;

/// <summary>Everything besides the episode itself on which the reasons for it depend: if neither changes, nor do the reasons.</summary>
/// <param name="Lives">The polity's lives; null if they decide nothing about the episode.</param>
/// <param name="SeatAtStart">What its seat makes certain about its start: the ends of earlier holders.</param>
/// <param name="SeatAtEnd">What its seat makes certain about its end: the starts of later holders.</param>
/// <param name="Successors">The holders of its seat that may end it, if it lasts by its nature.</param>
internal sealed record ReasonContext(
    LivesContext? Lives,
    EquatableList<Reason> SeatAtStart,
    EquatableList<Reason> SeatAtEnd,
    EquatableList<Successor> Successors
)
{
    /// <param name="known">The episode.</param>
    /// <param name="lives">The lives of its polity.</param>
    /// <param name="seat">Its seat; null where it has none.</param>
    public static ReasonContext Of(KnownEpisode known, LivesContext lives, SeatHolders? seat)
    {
        var resolved = known.Resolved;
        var seatMakesCertain = seat is not null && !HaveSameCertainDays(resolved.AfterLife, resolved.Final);
        return new(
            resolved.Nature.DependsOnState()
            && (known.MayLast || resolved.IsInDoubt || !HaveSameCertainDays(resolved.Own, resolved.AfterLife))
                ? lives
                : null,
            seatMakesCertain ? seat!.EndsOn(resolved.Final.LatestStart, known) : EquatableList<Reason>.Empty,
            seatMakesCertain ? seat!.StartsOn(resolved.Final.EarliestEnd, known) : EquatableList<Reason>.Empty,
            seat is not null && known.OnlyLasts ? seat.SuccessorsOf(known) : EquatableList<Successor>.Empty
        );
    }

    /// <summary>The life in which a day lies, or the last before it; null if the lives decide nothing about the episode.</summary>
    public LifeContext? LifeOn(long day) => Lives?.On(day);

    private static bool HaveSameCertainDays(PossibleTimes one, PossibleTimes other) => CertainDays(one) == CertainDays(other);

    private static (bool, long?, long?, bool) CertainDays(PossibleTimes stage) =>
        (stage.MayHaveHappened && !stage.MayNotHaveHappened, stage.LatestStart, stage.EarliestEnd, stage.NeverEnds);
}

/// <summary>The polity's lives as the reasons for its episodes have them.</summary>
/// <param name="All">The lives, in order; at least one.</param>
internal sealed record LivesContext(EquatableList<LifeContext> All)
{
    /// <summary>The days from which another life is the one to name.</summary>
    public IEnumerable<long?> Turns => All.Skip(1).Select(life => life.EarliestStart);

    /// <summary>The latest days on which they begin.</summary>
    public IEnumerable<long?> Starts => All.Select(life => life.LatestStart);

    /// <summary>The earliest days on which they end.</summary>
    public IEnumerable<long?> Ends => All.Select(life => life.EarliestEnd);

    public static LivesContext Of(PolityFrame frame) =>
        new(new EquatableList<LifeContext>(frame.Frame.Lives.Select((_, place) => LifeContext.Of(frame, place))));

    /// <summary>The last life that may have begun by a day; the first, if none may.</summary>
    public LifeContext On(long day) => All.LastOrDefault(life => !(life.EarliestStart > day)) ?? All[0];
}

/// <summary>One of the polity's lives.</summary>
/// <param name="EarliestStart">The earliest day on which it may have begun; null where that is unbounded.</param>
/// <param name="LatestStart">The latest day on which it may have begun; null where that is unbounded.</param>
/// <param name="EarliestEnd">The earliest day on which it may have ended; null where that is unbounded.</param>
/// <param name="NeverEnds">Whether it ends in no interval.</param>
/// <param name="Start">The reasons for its start.</param>
/// <param name="End">The reasons for its end.</param>
internal sealed record LifeContext(
    long? EarliestStart,
    long? LatestStart,
    long? EarliestEnd,
    bool NeverEnds,
    EquatableList<Reason> Start,
    EquatableList<Reason> End
)
{
    public static LifeContext Of(PolityFrame frame, int place)
    {
        var (life, reasons) = (frame.Frame.Lives[place].Final, new LifeReasons(frame, place, recordDate: null));
        return new(
            life.EarliestStart,
            life.LatestStart,
            life.EarliestEnd,
            life.NeverEnds,
            ReasonsFor(BoundName.Start),
            ReasonsFor(BoundName.End)
        );

        EquatableList<Reason> ReasonsFor(BoundName bound) =>
            new(
                reasons
                    .ForBound(bound)
                    .Select(reason =>
                        reason with
                        {
                            Rule = Rule.Life,
                            Episode = reason.Episode ?? frame.Lives.ElementAtOrDefault(place)?.Episode.Id,
                        }
                    )
            );
    }

    /// <summary>Whether it may begin after a day.</summary>
    public bool MayBeginAfter(long day) => LatestStart is not { } latest || latest > day;

    /// <summary>Whether it may have ended on or before a day.</summary>
    public bool MayEndBy(long day) => !NeverEnds && !(EarliestEnd > day);
}

/// <summary>A holder of the same seat that may begin later.</summary>
/// <param name="EarliestStart">The earliest day on which it may begin; null where that is unbounded.</param>
/// <param name="Reasons">The reasons for its start.</param>
internal sealed record Successor(long? EarliestStart, EquatableList<Reason> Reasons)
{
    public bool MayHaveBegunBy(long day) => !(EarliestStart > day);
}

/// <summary>The holders of one seat, in the order of record.</summary>
internal sealed class SeatHolders
{
    private readonly ILookup<long?, KnownEpisode> byEarliestEnd;
    private readonly ILookup<long?, KnownEpisode> byLatestStart;

    public SeatHolders(IReadOnlyList<KnownEpisode> holders)
    {
        Holders = holders;
        byEarliestEnd = holders.ToLookup(holder => holder.Resolved.Final.EarliestEnd);
        byLatestStart = holders.ToLookup(holder => holder.Resolved.Final.LatestStart);
    }

    public IReadOnlyList<KnownEpisode> Holders { get; }

    /// <summary>The reasons for the ends of other holders whose earliest end is a day.</summary>
    public EquatableList<Reason> EndsOn(long? day, KnownEpisode known) => new(ReasonsOf(byEarliestEnd[day], known, BoundName.End));

    /// <summary>The reasons for the starts of other holders whose latest start is a day.</summary>
    public EquatableList<Reason> StartsOn(long? day, KnownEpisode known) => new(ReasonsOf(byLatestStart[day], known, BoundName.Start));

    /// <summary>The holders that may begin after one.</summary>
    public EquatableList<Successor> SuccessorsOf(KnownEpisode known) =>
        new(
            from holder in Holders
            where holder.Resolved.Final.MayHaveHappened && holder.Resolved.Final.LastStart > known.Resolved.Final.FirstStart
            where holder.Episode.Id != known.Episode.Id
            select new Successor(holder.Resolved.Final.EarliestStart, new(ReasonsOf([holder], known, BoundName.Start)))
        );

    private static IEnumerable<Reason> ReasonsOf(IEnumerable<KnownEpisode> holders, KnownEpisode known, BoundName bound) =>
        from holder in holders
        where holder.Episode.Id != known.Episode.Id
        from reason in holder.ReasonsFor(bound)
        select reason with
        {
            Rule = Rule.Seat,
            Episode = holder.Episode.Id,
        };
}

/// <summary>The contexts of the reasons for a polity's episodes.</summary>
internal sealed class ReasonContexts
{
    private readonly Dictionary<string, SeatHolders> seats = [];

    /// <param name="frame">The life and what binds it.</param>
    /// <param name="before">The contexts of an earlier state of knowledge, whose equal objects are reused.</param>
    public ReasonContexts(PolityFrame frame, ReasonContexts? before = null)
    {
        var lives = LivesContext.Of(frame);
        Lives = before is not null && lives == before.Lives ? before.Lives : lives;
        foreach (var seat in frame.Binding.Where(known => known.Resolved.Seat is not null).GroupBy(known => known.Resolved.Seat!))
        {
            var holders = seat.ToList();
            seats[seat.Key] =
                before?.seats.GetValueOrDefault(seat.Key) is { } last && last.Holders.SequenceEqual(holders) ? last : new(holders);
        }
    }

    public LivesContext Lives { get; }

    public ReasonContext Of(KnownEpisode known) =>
        ReasonContext.Of(known, Lives, known.Resolved.Seat is { } seat ? seats.GetValueOrDefault(seat) : null);

    /// <summary>The holders of seats that have changed.</summary>
    public IEnumerable<KnownEpisode> HoldersOfOtherSeats(ReasonContexts before) =>
        seats.Where(seat => seat.Value != before.seats.GetValueOrDefault(seat.Key)).SelectMany(seat => seat.Value.Holders);
}
