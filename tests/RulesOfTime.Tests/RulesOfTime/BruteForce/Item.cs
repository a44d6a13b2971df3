using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Tests.RulesOfTime.BruteForce;

/// <summary>One thing that a source says, or a start or end that a claim lends.</summary>
internal sealed class Item(string kind, string id)
{
    public string Kind { get; } = kind;

    public string Id { get; } = id;

    /// <summary>A start that says something of the day.</summary>
    public ClaimDate? Start { get; init; }

    public ClaimEnd? End { get; init; }

    public long? BegunBy { get; init; }

    public long? LastedUntil { get; init; }

    public bool DatesEnd => End?.Date is { Days.IsEverything: false };

    public bool ClaimsThatItEnded => End is { IsOpen: false };

    public static List<Item> Of(Statements said, IReadOnlyCollection<int> days, Rule? off)
    {
        var aside = off == Rule.SetAside ? [] : said.SetAside;
        bool IsAside(string id) => aside.Any(one => one.Id == id);
        var items = new List<Item>();
        foreach (var claim in said.Claims)
        {
            var start =
                aside.Any(one => one.Id == claim.Id && one.Start) || claim.Start is { Days.IsEverything: true } ? null : claim.Start;
            var end = aside.Any(one => one.Id == claim.Id && one.End) ? null : claim.End;
            if (IsAside(claim.Id) && start is null && end is null)
                continue;
            var item = new Item("claim", claim.Id) { Start = start, End = end };
            items.Add(off == Rule.ClaimOfOneDay ? item : item.OfOneDay(days));
        }

        items.AddRange(
            said.Attestations.Where(one => !IsAside(one.Id))
                .Select(one =>
                    off == Rule.Attestations
                        ? new Item("attestation", one.Id)
                        : new Item("attestation", one.Id) { BegunBy = one.From.Latest, LastedUntil = one.To.Earliest }
                )
        );
        items.AddRange(said.Denials.Where(one => !IsAside(one.Id)).Select(one => new Item(one.OfEnd ? "denial of end" : "denial", one.Id)));
        return items;
    }

    public bool Admits(World world, Rule? off)
    {
        if (Kind == "denial" && off != Rule.Denials)
            return !world.Happened;
        return world.Happened
            && (Start is null || Has(Start, world.Start, off))
            && (!ClaimsThatItEnded || (world.End != World.Never && Has(End!.Date!, world.End, off)))
            && (BegunBy is null || world.Start <= BegunBy);
    }

    private static bool Has(ClaimDate date, int day, Rule? off) =>
        off == Rule.Gaps ? !(day < date.Days.Earliest) && !(day > date.Days.Latest) : date.Days.Contains(day);

    private Item OfOneDay(IReadOnlyCollection<int> days)
    {
        if (Start is null || !DatesEnd)
            return this;
        var starts = days.Where(day => Start.Days.Contains(day)).ToArray();
        var ends = days.Where(day => End!.Date!.Days.Contains(day)).ToArray();
        if (starts.Any(start => ends.Any(end => start < end)) || !starts.Intersect(ends).Any())
            return this;
        var only = starts.Intersect(ends).Single();
        return new Item(Kind, Id) { Start = new ClaimDate(DayRanges.Day(only)), End = ClaimEnd.On(new ClaimDate(DayRanges.Day(only + 1))) };
    }
}
