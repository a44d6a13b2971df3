using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Tests.RulesOfTime.BruteForce;

/// <summary>The polity's existence, and its horizon.</summary>
internal sealed class Existence
{
    private readonly HashSet<World> worlds;
    private readonly bool saysAnything;
    private readonly int recordDate;

    public Existence(Polity polity, int recordDate, Rule? off)
    {
        this.recordDate = recordDate;
        worlds = polity.Life.Worlds();
        var items = polity.Episodes.Where(episode => episode.BindsLife).Prepend(polity.Life).SelectMany(side => side.Items).ToArray();
        saysAnything = items.Length > 0 || off == Rule.NothingSaid;
        Horizon =
            off == Rule.Horizon
                ? null
                : items
                    .Where(item => item.Start is not null && (!item.Start.IsMask || off == Rule.MaskSetsNoHorizon))
                    .Min(item => item.Start!.Days.Earliest);
    }

    public long? Horizon { get; }

    public (Certainty Throughout, Certainty AtSomeTime) Over(int first, int last)
    {
        if (
            !saysAnything
            || (last < Horizon && !Enumerable.Range(first, last - first + 1).Any(day => Value(day, day, true) == Certainty.Certain))
        )
            return (Certainty.NoRecord, Certainty.NoRecord);
        return (Value(first, last, throughout: true), Value(first, last, throughout: false));
    }

    private Certainty Value(int first, int last, bool throughout) =>
        Oracle.Value(worlds, first, last, throughout, recordDate, hidden: _ => false);
}

/// <summary>What is answered of an episode.</summary>
internal sealed class Entry(Side episode, long? horizon, int recordDate, Rule? off)
{
    private readonly HashSet<World> worlds = episode.Worlds();
    private readonly Dictionary<int, bool> onlyUnbounded = [];

    public string Id => episode.Id;

    public (Certainty Throughout, Certainty AtSomeTime) Over(int first, int last) =>
        (Value(first, last, throughout: true), Value(first, last, throughout: false));

    public IEnumerable<string> Marks(int[] days)
    {
        if (episode.Readings.Exists(reading => reading.LetOffStart || reading.LetOffEnd))
            yield return "outsidePolity";
        if (off != Rule.UndatedMark && Array.Exists(days, day => !(day < horizon) && IsOnlyUnbounded(day)))
            yield return "undated";
    }

    private Certainty Value(int first, int last, bool throughout) =>
        Oracle.Value(
            worlds,
            first,
            last,
            throughout,
            recordDate,
            hidden: day => day < horizon && off != Rule.LeftOutBeforeHorizon && IsOnlyUnbounded(day)
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
        if (Oracle.Value(worlds, day, day, throughout: true, recordDate, hidden: _ => false) != Certainty.Possible)
            return false;
        foreach (var reading in episode.Readings)
        foreach (var variant in reading.Variants)
        {
            var mine = reading.Current.Where(held => held.Variant == variant && held.World.Happened).Select(held => held.World).ToArray();
            if (
                Array.Exists(mine, world => world.HoldsOn(day))
                && (variant.HasStartBound || !Array.Exists(mine, world => world.Start > day))
            )
                return false;
        }
        return true;
    }
}
