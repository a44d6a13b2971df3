namespace ArtsakhLedger.RulesOfTime.Periods;

/// <summary>What is still to be told of a thing, and which of it comes next.</summary>
internal sealed class TellingsToCome
{
    private static readonly Comparer<Telling> InOrder = Comparer<Telling>.Create(
        (one, other) => (one.Latest, one.Earliest, one.Position).CompareTo((other.Latest, other.Earliest, other.Position))
    );

    private readonly Queue<Telling> byEarliest;
    private readonly Queue<Telling> byLatest;
    private readonly Queue<Telling> openingsByEarliest;

    // Those before which no other certainly lies, in order: few at a time, as long as dates tell the order.
    private readonly List<Telling> openings = [];
    private readonly List<Telling> closings = [];
    private int undatedFirst;
    private int datedOrOpening;
    private int notLast;
    private int count;

    /// <param name="tellings">All of them, in the order of the ledger.</param>
    public TellingsToCome(IEnumerable<Telling> tellings)
    {
        var loose = tellings.Where(telling => !telling.GoesWithItsClosing).ToArray();
        byEarliest = new(loose.OrderBy(EarliestOf));
        byLatest = new(loose.Where(telling => telling.IsDated).OrderBy(telling => telling.Latest));
        openingsByEarliest = new(loose.Where(telling => !telling.IsClosing).OrderBy(EarliestOf));
        foreach (var telling in loose)
        {
            Count(telling, 1);
            if (!telling.IsClosing)
                telling.Source!.Await(telling);
        }
        Advance();
    }

    /// <summary>What is given up, one after the other, where each waits for another.</summary>
    private enum Waits
    {
        ForAll,
        NotForLives,
        NotForItsSource,
        ForDatesAlone,
    }

    /// <summary>Whether everything has been told.</summary>
    public bool IsEmpty => count == 0;

    /// <summary>What comes next: what is the same again before what is not, then what is due, then what is earlier.</summary>
    /// <param name="closingsAreDue">Whether closings go before openings.</param>
    /// <param name="isSameAgain">Whether it is another start or end of a period of which such a one has been told.</param>
    public Telling Next(bool closingsAreDue, Predicate<Telling> isSameAgain)
    {
        foreach (var waits in Enum.GetValues<Waits>())
            if (Next(closingsAreDue, isSameAgain, waits) is { } next)
                return next;
        throw new InvalidOperationException("One of several ranges of days has none before it.");
    }

    /// <summary>Takes out what has been told.</summary>
    public void Remove(Telling telling)
    {
        telling.IsTold = true;
        if (telling.GoesWithItsClosing)
            return;
        var ready = telling.IsClosing ? closings : openings;
        ready.RemoveAt(ready.BinarySearch(telling, InOrder));
        Count(telling, -1);
        Advance();
    }

    private Telling? Next(bool closingsAreDue, Predicate<Telling> isSameAgain, Waits waits)
    {
        var (due, others) = closingsAreDue ? (closings, openings) : (openings, closings);
        Telling? first = null;
        foreach (var ready in new[] { due, others })
        foreach (var telling in ready)
            if (!IsWaiting(telling, waits))
            {
                if (isSameAgain(telling))
                    return telling;
                first ??= telling;
            }
        return first;
    }

    private bool IsWaiting(Telling telling, Waits waits)
    {
        if (telling.IsClosing && telling.Term?.Opening is { IsTold: false, GoesWithItsClosing: false })
            return true;
        if (waits < Waits.NotForLives && telling.Fact is null && First(openingsByEarliest)?.Earliest <= telling.Latest)
            return true;
        if (
            waits < Waits.NotForItsSource
            && telling is { IsClosing: true, Source.IsOpen: false }
            && telling.Source.HasOpeningToTellBefore(telling)
        )
            return true;
        return waits < Waits.ForDatesAlone
            && telling switch
            {
                { GoesLast: true } => notLast > 0,
                { IsLoneUndated: true, OwnBefore: { } own } => own is { IsTold: false, GoesWithItsClosing: false },
                { IsLoneUndated: true } => telling.IsClosing && datedOrOpening > 0,
                _ => undatedFirst > 0,
            };
    }

    /// <summary>Makes ready whatever no other lies certainly before any more.</summary>
    private void Advance()
    {
        var earliestLatest = First(byLatest)?.Latest ?? long.MaxValue;
        while (byEarliest.TryPeek(out var telling) && EarliestOf(telling) <= earliestLatest)
        {
            var ready = telling.IsClosing ? closings : openings;
            ready.Insert(~ready.BinarySearch(telling, InOrder), byEarliest.Dequeue());
        }
    }

    private void Count(Telling telling, int change)
    {
        count += change;
        if (telling is { IsLoneUndated: true, IsClosing: false, OwnBefore: null, GoesLast: false })
            undatedFirst += change;
        if (telling.IsDated || !telling.IsClosing)
            datedOrOpening += change;
        if (!telling.GoesLast)
            notLast += change;
    }

    private static long EarliestOf(Telling telling) => telling.Earliest;

    /// <summary>The first that has not been told.</summary>
    private static Telling? First(Queue<Telling> inOrder)
    {
        while (inOrder.TryPeek(out var first) && first.IsTold)
            inOrder.Dequeue();
        return inOrder.TryPeek(out var next) ? next : null;
    }
}
