using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Tests.RulesOfTime.BruteForce;

/// <summary>What is answered of a life or an episode.</summary>
internal sealed class Entry
{
    private static readonly HashSet<int> Nothing = [];

    private readonly Side side;
    private readonly Existence existence;
    private readonly int recordDate;
    private readonly Rule? off;
    private readonly HashSet<World> worlds;
    private readonly bool isUnattested;
    private readonly Dictionary<int, bool> onlyUnbounded = [];

    public Entry(Side side, Polity polity, Existence existence, int recordDate, Rule? off)
    {
        (this.side, this.existence, this.recordDate, this.off) = (side, existence, recordDate, off);
        worlds = side.Worlds();
        isUnattested = !side.Items.Exists(item => item.DatesEnd) && polity.IsOfUnknownEnd(side);
    }

    public string Id => side.Id;

    public Side Side => side;

    private HashSet<int> Unsure => side.IsCarried ? existence.Unsure : Nothing;

    public (Certainty Throughout, Certainty AtSomeTime) Over(int first, int last) =>
        (Value(first, last, throughout: true), Value(first, last, throughout: false));

    public IEnumerable<string> Marks(int[] days)
    {
        if (side.Readings.Exists(reading => reading.LetOffStart || reading.LetOffEnd))
            yield return "outsidePolity";
        if (off != Rule.UndatedMark && Array.Exists(days, day => !(day < existence.Horizon) && IsOnlyUnbounded(day)))
            yield return "undated";
    }

    /// <summary>As surely as its surest period; on the day of an attestation that may lie in several it is certain.</summary>
    public Certainty OfThing(IReadOnlyList<Entry> periods, int day) =>
        existence.IsAttested(periods.Select(period => period.Side), day, recordDate) && !Unsure.Contains(day)
            ? Certainty.Certain
            : Existence.Surest(periods.Select(period => period.Over(day, day).Throughout));

    /// <summary>Why it is only possible on a day; null if it is not.</summary>
    public Basis? BasisOn(int day) => Over(day, day).Throughout == Certainty.Possible ? BasisIfPossible(day) : null;

    public Basis BasisIfPossible(int day) =>
        day > recordDate && Values.Of(worlds, [day], throughout: true, World.Never, unsure: Unsure) == Certainty.Certain ? Basis.NotYet
        : Existence.Disagree(side.Readings, day) || (side.IsCarried && existence.Disputed.Contains(day)) ? Basis.Disputed
        : side.IsCarried && existence.Outside.Contains(day) ? Basis.Outside
        : IsOnlyUnbounded(day) ? Basis.Undated
        : off != Rule.Unattested && isUnattested && worlds.All(world => world.Happened && world.Start <= day) ? Basis.Unattested
        : Basis.Imprecise;

    private Certainty Value(int first, int last, bool throughout) =>
        Values.Of(
            worlds,
            [.. Enumerable.Range(first, last - first + 1)],
            throughout,
            recordDate,
            hidden: day => day < existence.Horizon && off != Rule.LeftOutBeforeHorizon && IsOnlyUnbounded(day),
            Unsure
        );

    /// <summary>Possible on the day only through starts to which no source gives a lower bound, and which may come after it.</summary>
    private bool IsOnlyUnbounded(int day)
    {
        if (!onlyUnbounded.TryGetValue(day, out var known))
            onlyUnbounded[day] = known = FindOnlyUnbounded(day);
        return known;
    }

    private bool FindOnlyUnbounded(int day)
    {
        if (Values.Of(worlds, [day], throughout: true, recordDate) != Certainty.Possible)
            return false;
        foreach (var reading in side.Readings)
        foreach (var completion in reading.Variants.GroupBy(variant => variant.Completion))
        {
            var mine = reading
                .Current.Where(held => held.Variant.Completion == completion.Key && held.World.Happened)
                .Select(held => held.World)
                .ToArray();
            if (
                Array.Exists(mine, world => world.HoldsOn(day))
                && (completion.First().HasStartBound || !Array.Exists(mine, world => world.Start > day))
            )
                return false;
        }
        return true;
    }
}
