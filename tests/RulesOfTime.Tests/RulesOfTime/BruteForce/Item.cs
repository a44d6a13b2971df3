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

    /// <summary>The earliest day that it dates or vouches for.</summary>
    public long? Vouches { get; private init; }

    public bool DatesEnd => End is { IsNextStart: true } or { Date.Days.IsEverything: false };

    public bool ClaimsThatItEnded => End is { IsOpen: false };

    public bool Denies => Kind == "denial";

    public bool DeniesEnd => Kind == "denial of end";

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
            if (!IsAside(claim.Id) || start is not null || end is not null)
                items.Add(OfClaim(claim.Id, start, end, days, off));
        }

        items.AddRange(
            said.Attestations.Where(one => !IsAside(one.Id))
                .Select(one =>
                    off == Rule.Attestations
                        ? new Item("attestation", one.Id)
                        : new Item("attestation", one.Id)
                        {
                            BegunBy = one.From.Latest,
                            LastedUntil = one.To.Earliest,
                            Vouches =
                                off == Rule.AttestationsSetHorizon || (one.FromIsMask && off != Rule.MaskSetsNoHorizon)
                                    ? null
                                    : one.From.Earliest ?? one.From.Latest,
                        }
                )
        );
        items.AddRange(said.Denials.Where(one => !IsAside(one.Id)).Select(one => new Item(one.OfEnd ? "denial of end" : "denial", one.Id)));
        return items;
    }

    public bool Admits(World world, Rule? off)
    {
        if (Denies && off != Rule.Denials)
            return !world.Happened;
        return world.Happened
            && (Start is null || Has(Start, world.Start, off))
            && (!ClaimsThatItEnded || (world.End != World.Never && Has(End!.Date!, world.End, off)))
            && (BegunBy is null || world.Start <= BegunBy);
    }

    private static Item OfClaim(string id, ClaimDate? start, ClaimEnd? end, IReadOnlyCollection<int> days, Rule? off)
    {
        var claim = new Item("claim", id) { Start = start, End = end };
        if (off != Rule.ClaimOfOneDay && start is not null && claim.DatesEnd)
        {
            var starts = days.Where(day => start.Days.Contains(day)).ToArray();
            var ends = days.Where(day => end!.Date!.Days.Contains(day)).ToArray();
            if (!starts.Any(one => ends.Any(other => one < other)) && starts.Intersect(ends).Any())
            {
                var only = starts.Intersect(ends).Single();
                (start, end) = (new ClaimDate(DayRanges.Day(only)), ClaimEnd.On(new ClaimDate(DayRanges.Day(only + 1))));
            }
        }

        var masksCount = off == Rule.MaskSetsNoHorizon;
        return new Item("claim", id)
        {
            Start = start,
            End = end,
            Vouches =
                start is not null ? (start.IsMask && !masksCount ? null : start.Days.Earliest ?? start.Days.Latest)
                : claim.DatesEnd && off != Rule.SilentStartSetsHorizon && (masksCount || !end!.Date!.IsMask) ? end!.Date!.Days.Earliest - 1
                : null,
        };
    }

    private static bool Has(ClaimDate date, int day, Rule? off) =>
        off == Rule.Gaps ? !(day < date.Days.Earliest) && !(day > date.Days.Latest) : date.Days.Contains(day);
}
