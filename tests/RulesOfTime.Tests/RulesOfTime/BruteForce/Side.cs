using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Tests.RulesOfTime.BruteForce;

/// <summary>A completion of a reading, with what rule 3 says of its end.</summary>
internal sealed class Variant
{
    public Variant(List<Item> statements, Nature nature, Readings readings, Rule? off)
    {
        (Own, OnDay) = readings.SatisfiedBy(statements);
        HasStartBound = statements.Exists(item => item.Start is { Days.Earliest: not null });
        var datesEnd = statements.Exists(item => item.DatesEnd);
        var saysThatItEnded = statements.Exists(item => item.ClaimsThatItEnded);
        IsOpen = !saysThatItEnded && statements.Exists(item => item.End is { IsOpen: true } || item.Kind == "denial of end");
        Lasts = IsOpen || (!saysThatItEnded && (nature is Nature.Life or Nature.LastingCarried or Nature.Others || off == Rule.UnknownEnd));
        if (!Lasts && !datesEnd)
        {
            Own.RemoveWhere(world => world.End == World.Never);
            OnDay.RemoveWhere(world => world.End == World.Never);
        }

        if (Lasts && nature == Nature.Life)
        {
            Own.RemoveWhere(world => world.Happened && world.End != World.Never);
            OnDay.Clear();
        }
    }

    public HashSet<World> Own { get; }

    public HashSet<World> OnDay { get; }

    public bool HasStartBound { get; }

    public bool IsOpen { get; }

    public bool Lasts { get; }
}

/// <summary>A world of a variant: one and the same interval may be in several, and last in one of them only.</summary>
internal sealed record Held(World World, Variant Variant, bool OnDay);

/// <summary>A reading and the worlds it still has.</summary>
internal sealed class SideReading
{
    public SideReading(Side side, List<Item> items, Readings readings, Rule? off)
    {
        (Side, Items) = (side, items);
        Variants = readings.Completions(items, side.Items).ConvertAll(statements => new Variant(statements, side.Nature, readings, off));
        Own = [.. from variant in Variants from world in variant.Own select new Held(world, variant, OnDay: false)];
        OwnWorlds = [.. Own.Select(held => held.World)];
        OnDay =
        [
            .. from variant in Variants
            from world in variant.OnDay
            where !OwnWorlds.Contains(world)
            select new Held(world, variant, OnDay: true),
        ];
        Current = Own;
    }

    public Side Side { get; }

    public List<Item> Items { get; }

    public List<Variant> Variants { get; }

    public List<Held> Own { get; }

    public HashSet<World> OwnWorlds { get; }

    public List<Held> OnDay { get; }

    public List<Held> Current { get; set; }

    public bool LetOffStart { get; set; }

    public bool LetOffEnd { get; set; }

    public HashSet<Side> Clashes { get; } = [];

    /// <summary>It would have been left with nothing, and binds nobody.</summary>
    public bool Stands { get; set; }

    public Dictionary<Held, List<SideReading>> Because { get; } = [];
}

/// <summary>The life, or an episode.</summary>
internal sealed class Side
{
    public Side(string id, Nature nature, string? seat, List<Item> items, Readings readings, Rule? off)
    {
        (Id, Nature, Seat, Items) = (id, nature, seat, items);
        Readings = readings.Of(items).ConvertAll(reading => new SideReading(this, reading, readings, off));
    }

    public string Id { get; }

    public Nature Nature { get; }

    public string? Seat { get; }

    public List<Item> Items { get; }

    public List<SideReading> Readings { get; }

    public bool IsCarried => Nature is Nature.Post or Nature.Institution or Nature.Carried or Nature.LastingCarried;

    public bool BindsLife => Nature is Nature.Post or Nature.Institution;

    public HashSet<World> Worlds() => [.. from reading in Readings from held in reading.Current select held.World];
}
