namespace ArtsakhLedger.RulesOfTime.Periods;

/// <summary>All that is told of a thing as one story in one order, and of which period each telling is.</summary>
internal sealed class Story
{
    private readonly TellingsToCome toCome;
    private readonly List<Telling> order = [];
    private readonly SortedDictionary<int, ToldPeriod> told = [];
    private readonly List<int> begun = [];
    private readonly Dictionary<int, string> places = [];
    private readonly HashSet<int> moved = [];
    private bool isOpen;

    private Story(Tellings tellings) => toCome = new TellingsToCome(tellings.InLedger);

    /// <summary>The tellings in order: an opening that is a move stands in it twice, as a closing and as an opening.</summary>
    public IReadOnlyList<Telling> Order => order;

    /// <summary>The periods of which something is told, in order; the first, if nothing is.</summary>
    public IReadOnlyList<ToldPeriod> Periods { get; private set; } = [];

    /// <summary>The number of the period that is open or last; 1 where none has begun.</summary>
    public int LastBegun => Math.Max(At, 1);

    private int At => begun.Count == 0 ? 0 : begun[^1];

    /// <summary>The last period that has ended: the one before the open one, if one is open.</summary>
    private int? LastEnded =>
        (begun.Count, isOpen) switch
        {
            (>= 2, true) => begun[^2],
            (>= 1, false) => begun[^1],
            _ => null,
        };

    /// <summary>Tells everything.</summary>
    public static Story Of(Tellings tellings, CancellationToken cancellation)
    {
        var story = new Story(tellings);
        while (!story.toCome.IsEmpty)
        {
            cancellation.ThrowIfCancellationRequested();
            var telling = story.toCome.Next(story.isOpen, one => story.SameAgain(one) is not null);
            if (telling is { IsClosing: true, Term.Opening: { IsTold: false } undated })
                story.Tell(undated);
            story.Tell(telling);
        }
        if (story.told.Count == 0)
            story.told.Add(1, new ToldPeriod(1));
        story.Periods = [.. story.told.Values];
        foreach (var (before, next) in story.Periods.Zip(story.Periods.Skip(1)))
            (before.Next, next.Before) = (next, before);
        return story;
    }

    /// <summary>The number of the period of which a telling is another start or end; null if of none.</summary>
    private int? SameAgain(Telling telling)
    {
        if (telling.Fact is not { Period: null })
            return null;
        if (isOpen && !telling.IsClosing && IsSameAgainIn(At, telling))
            return At;
        return LastEnded is { } ended && IsSameAgainIn(ended, telling) ? ended : null;
    }

    private bool IsSameAgainIn(int number, Telling telling)
    {
        var source = telling.Source!;
        var hasToldIt = telling.IsClosing ? source.LastPeriod > number || source.LastPeriodEnded >= number : source.LastPeriod >= number;
        return !hasToldIt
            && (telling.Place is not { } place || places.GetValueOrDefault(number, place) == place)
            && told.TryGetValue(number, out var period)
            && period.Days(telling.IsClosing).Meets(telling.Date.Days);
    }

    private void Tell(Telling telling)
    {
        toCome.Remove(telling);
        int number;
        if (telling.Fact is null)
        {
            if (!isOpen)
                return;
            (number, isOpen) = (At, false);
        }
        else if (telling.Fact.Period is { } given)
        {
            number = given;
            if (!telling.IsClosing && At < number)
                Begin(number);
            else if (telling.IsClosing && At <= number)
            {
                if (At < number)
                    begun.Add(number);
                isOpen = false;
            }
        }
        else
            number = SameAgain(telling) ?? (telling.IsClosing ? Close(telling) : Open(telling));

        if (telling is { IsClosing: false, Place: { } place })
        {
            if (moved.Contains(number) && places[number] == place)
                Add(
                    new Telling(isClosing: true, telling.Date, telling.Fact, telling.Position, telling.Source) { IsMove = true },
                    BegunBefore(number)
                );
            places.TryAdd(number, place);
        }
        Add(telling, number);
    }

    private void Add(Telling telling, int number)
    {
        telling.Period = number;
        order.Add(telling);
        telling.Source?.Tell(telling);
        if (!told.TryGetValue(number, out var period))
            told.Add(number, period = new ToldPeriod(number));
        period.Add(telling);
    }

    private int Open(Telling telling)
    {
        var isMove = isOpen && telling.Place is { } place && places.GetValueOrDefault(At, place) != place;
        if (isMove || !isOpen)
            Begin(At + 1);
        if (isMove)
        {
            moved.Add(At);
            places[At] = telling.Place!;
        }
        return At;
    }

    private int Close(Telling telling)
    {
        var own = telling.Term?.Opening ?? telling.Source!.LastOpening;
        if (isOpen && own is not null && own.Period < At && told.GetValueOrDefault(At)?.CertainlyBeganBefore(telling) != true)
            return own.Period;
        if (PeriodInPlaceOf(telling) is { } placed)
        {
            isOpen &= placed != At;
            return placed;
        }
        if (begun.Count == 0)
            begun.Add(1);
        isOpen = false;
        return At;
    }

    /// <summary>The last period in the place that a closing names, or in which its source last told a beginning, if the open one is in another.</summary>
    private int? PeriodInPlaceOf(Telling closing)
    {
        var openPlace = isOpen ? places.GetValueOrDefault(At) : null;
        var place = closing.Place ?? (openPlace is null ? null : closing.Source!.LastPlace);
        if (place is null || place == openPlace)
            return null;
        var last = begun.FindLastIndex(number => places.GetValueOrDefault(number) == place);
        return last < 0 ? null : begun[last];
    }

    private void Begin(int number)
    {
        begun.Add(number);
        isOpen = true;
    }

    private int BegunBefore(int number) => begun[begun.FindLastIndex(one => one < number)];
}
