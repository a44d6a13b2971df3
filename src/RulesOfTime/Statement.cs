namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// One thing that a source says about when an episode held, and the starts and ends that it admits (rule 1). What it
/// leaves out admits any day, and an end that never comes.
/// </summary>
public abstract record Statement
{
    private protected Statement(string id) => Id = id;

    /// <summary>Unique within the episode.</summary>
    public string Id { get; init; }

    /// <summary>The days of a dated start.</summary>
    internal virtual DayRanges? Starts => null;

    /// <summary>The days of an end that did come: every day if it is undated.</summary>
    internal virtual DayRanges? Ends => null;

    /// <summary>Whether the end is <c>..</c>.</summary>
    internal virtual bool EndIsOpen => false;

    /// <summary>The latest day by which it had begun.</summary>
    internal virtual long BegunBy => DayRanges.AfterEveryDay;

    /// <summary>The day after which it ended, or on which, if the dates leave no later end.</summary>
    internal virtual long LastedUntil => long.MinValue;

    /// <summary>The earliest day that it dates or vouches for, if it may set the horizon.</summary>
    internal virtual long? EarliestVouched => null;

    /// <summary>Whether it denies that it happened.</summary>
    internal bool DeniesAll => this is Denial { OfEnd: false };

    internal bool DatesStart => Starts is not null;

    internal virtual bool DatesEnd => Ends is { IsEverything: false };

    /// <summary>Whether some interval satisfies the statement by itself.</summary>
    internal bool IsPossible =>
        Starts is not { } starts || Ends is not { } ends || (!starts.IsEmpty && !ends.IsEmpty && starts.First < ends.Last);
}

/// <summary>The start and end that one source gives; null if it gives none.</summary>
public sealed record Claim(string Id, ClaimDate? Start, ClaimEnd? End) : Statement(Id)
{
    internal override DayRanges? Starts => Start is { Days: { IsEverything: false } days } ? days : null;

    internal override DayRanges? Ends => End?.Date?.Days;

    internal override bool DatesEnd => base.DatesEnd || End is { IsNextStart: true };

    internal override bool EndIsOpen => End is { IsOpen: true };

    internal override long? EarliestVouched =>
        DatesStart ? (Start!.IsMask ? null : Starts!.Earliest ?? Starts.Latest)
        : DatesEnd && End is { Date.IsMask: false } ? Ends!.Earliest - 1
        : null;

    /// <summary>The claim as the rules take it: without the bounds that were set aside; null if none is left.</summary>
    internal Claim? Without(IReadOnlyList<SetAside> setAside)
    {
        var (start, end, found) = (Start, End, false);
        foreach (var one in setAside)
            if (one.Id == Id)
                (start, end, found) = (one.Start ? null : start, one.End ? null : end, true);
        if (!found)
            return this;
        var left = this with { Start = start, End = end };
        return left.DatesStart || end is not null ? left : null;
    }

    /// <summary>The same claim; if its dates leave only one day, and that day for both start and end, it ends on the next day.</summary>
    internal Claim OverOneDay()
    {
        if (!DatesStart || !DatesEnd || IsPossible)
            return this;
        var common = Starts!.Intersect(Ends!);
        return common.IsEmpty
            ? this
            : this with
            {
                Start = new ClaimDate(common),
                End = ClaimEnd.On(new ClaimDate(DayRanges.Day(common.First + 1))),
            };
    }
}

/// <summary>
/// A source that shows it holding, on an unknown day of a date (<paramref name="From"/> and <paramref name="To"/> are the same) or over a
/// period: it had begun by the latest day of <paramref name="From"/> and ended after the earliest day of <paramref name="To"/>. A mask
/// sets no horizon.
/// </summary>
public sealed record Attestation(string Id, DayRanges From, DayRanges To, bool FromIsMask = false) : Statement(Id)
{
    internal override long BegunBy => From.Latest ?? DayRanges.AfterEveryDay;

    internal override long LastedUntil => To.Earliest ?? long.MinValue;

    internal override long? EarliestVouched => FromIsMask ? null : From.Earliest ?? From.Latest;
}

/// <summary>A source that denies that it happened or, if <paramref name="OfEnd"/>, that it ended.</summary>
public sealed record Denial(string Id, bool OfEnd) : Statement(Id);
