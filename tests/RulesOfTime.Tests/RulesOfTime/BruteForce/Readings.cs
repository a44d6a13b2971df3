using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Tests.RulesOfTime.BruteForce;

/// <summary>Rules 1 and 2 by trying every set of statements on every interval.</summary>
internal sealed class Readings(World[] worlds, Rule? off)
{
    /// <summary>The worlds that satisfy all, and those that only an end on the very day attested would add.</summary>
    public (HashSet<World> Own, HashSet<World> OnDay) SatisfiedBy(IReadOnlyCollection<Item> items)
    {
        if (off != Rule.DenialsOfEnd && items.Any(item => item.DeniesEnd) && items.Any(item => item.ClaimsThatItEnded))
            return ([], []);
        var claimed = worlds.Where(world => items.All(item => item.Admits(world, off))).ToArray();
        var attested = items.Select(item => item.LastedUntil).OfType<long>().ToArray();
        var latestEnd = claimed.Where(world => world.Happened).Select(world => world.End).DefaultIfEmpty(int.MinValue).Max();
        var (own, onDay) = (new HashSet<World>(), new HashSet<World>());
        foreach (var world in claimed)
            if (
                !world.Happened
                || Array.TrueForAll(
                    attested,
                    day => world.End > day || (world.End == day && latestEnd <= day && off != Rule.OneDayByOwnDates)
                )
            )
                own.Add(world);
            else if (Array.TrueForAll(attested, day => world.End >= day))
                onDay.Add(world);
        return (own, onDay);
    }

    /// <summary>All readings: the maximal sets that something satisfies.</summary>
    public List<List<Item>> Of(IReadOnlyList<Item> items) => Maximal(items, []);

    /// <summary>A reading with what it takes of the claims outside it.</summary>
    public List<List<Item>> Completions(List<Item> reading, IReadOnlyList<Item> items)
    {
        if (off == Rule.Borrowing || reading.Exists(item => item.Denies))
            return [reading];
        var outside = items.Where(item => item.Kind == "claim" && !reading.Contains(item)).ToArray();
        var starts = reading.Where(item => item.Start is not null).Select(item => item.Start!.Days).ToArray();
        var ends = reading.Where(item => item.DatesEnd).Select(item => item.End!.Date!.Days).ToArray();
        var parts = outside
            .Where(item => item.Start is not null && AgreesWith(item.Start.Days, starts))
            .Select(item => new Item("claim", item.Id) { Start = item.Start })
            .ToList();
        if (!reading.Exists(item => item.DeniesEnd))
            parts.AddRange(
                outside
                    .Where(item => item.End is not null && (ends.Length == 0 || (item.DatesEnd && AgreesWith(item.End.Date!.Days, ends))))
                    .Select(item => new Item("claim", item.Id) { End = item.End })
            );
        return Maximal(parts, reading).ConvertAll(taken => reading.Concat(taken).ToList());
    }

    private bool AgreesWith(DayRanges days, DayRanges[] own) =>
        own.Length == 0
        || (
            off != Rule.NobodyDisputes
            && Array.TrueForAll(own, one => one.Ranges.Any(range => days.Ranges.Any(other => Meet(range, other))))
        );

    private static bool Meet((long? First, long? Last) one, (long? First, long? Last) other) =>
        !(one.First > other.Last) && !(other.First > one.Last);

    private List<List<Item>> Maximal(IReadOnlyList<Item> candidates, IReadOnlyList<Item> given)
    {
        var found = new List<uint>();
        foreach (
            var set in Enumerable
                .Range(0, 1 << candidates.Count)
                .Select(bits => (uint)bits)
                .OrderByDescending(System.Numerics.BitOperations.PopCount)
        )
            if (
                (!found.Exists(larger => (set & ~larger) == 0) || (off == Rule.MaximalReadings && set != 0))
                && SatisfiedBy([.. given, .. Chosen(set)]).Own.Count > 0
            )
                found.Add(set);
        return found.ConvertAll(set => Chosen(set).ToList());

        IEnumerable<Item> Chosen(uint set) => candidates.Where((_, i) => (set >> i & 1) != 0);
    }
}
