namespace ArtsakhLedger.RulesOfTime.Periods;

/// <summary>What one source has told of a thing so far, and the beginnings that it still has to tell.</summary>
internal sealed class TellingsOfSource
{
    private readonly List<Telling> openings = [];
    private (int Position, long Earliest)[]? earliestUpTo;

    /// <summary>The last beginning that it told.</summary>
    public Telling? LastOpening { get; private set; }

    /// <summary>Whether it has told a beginning and nothing since.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Where it last told a beginning, of those with a place.</summary>
    public string? LastPlace { get; private set; }

    /// <summary>The last period of which it has told anything.</summary>
    public int LastPeriod { get; private set; }

    /// <summary>The last period of which it has told an end.</summary>
    public int LastPeriodEnded { get; private set; }

    /// <summary>Whether it has told any end.</summary>
    public bool HasToldEnd { get; private set; }

    /// <summary>The last beginning and the last end in the ledger while the facts are read.</summary>
    public (Telling? Opening, Telling? Closing) LastRead { get; set; }

    /// <summary>Adds a beginning that it has to tell; they come in the order of the ledger.</summary>
    public void Await(Telling opening) => openings.Add(opening);

    /// <summary>Whether it has a beginning to tell that stands before an end in the ledger and does not certainly lie after it.</summary>
    public bool HasOpeningToTellBefore(Telling closing)
    {
        if (openings.Count == 0)
            return false;
        earliestUpTo ??= EarliestUpTo();
        var (from, to) = (0, earliestUpTo.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (earliestUpTo[middle].Position < closing.Position)
                from = middle + 1;
            else
                to = middle;
        }
        return from > 0 && earliestUpTo[from - 1].Earliest <= closing.Latest;
    }

    /// <summary>Notes what it has told.</summary>
    public void Tell(Telling telling)
    {
        (IsOpen, LastPeriod) = (!telling.IsClosing, Math.Max(LastPeriod, telling.Period));
        if (telling.IsClosing)
        {
            (LastPeriodEnded, HasToldEnd) = (Math.Max(LastPeriodEnded, telling.Period), true);
            return;
        }
        (LastOpening, LastPlace) = (telling, telling.Place ?? LastPlace);
        if (openings.Remove(telling))
            earliestUpTo = null;
    }

    private (int Position, long Earliest)[] EarliestUpTo()
    {
        var upTo = new (int Position, long Earliest)[openings.Count];
        var earliest = long.MaxValue;
        for (var i = 0; i < upTo.Length; i++)
            upTo[i] = (openings[i].Position, earliest = Math.Min(earliest, openings[i].Earliest));
        return upTo;
    }
}
