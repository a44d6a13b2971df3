using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Tests.RulesOfTime.BruteForce;

/// <summary>A completion of a reading, as followed by another period or not, with what rule 3 says of its end.</summary>
internal sealed class Variant
{
    public Variant(int completion, List<Item> statements, Nature nature, bool followed, Readings readings, Rule? off)
    {
        Completion = completion;
        (Own, OnDay) = readings.SatisfiedBy(statements);
        HasStartBound = statements.Exists(item => item.Start is { Days.Earliest: not null });
        DatesEnd = statements.Exists(item => item.DatesEnd);
        var saysThatItEnded = statements.Exists(item => item.ClaimsThatItEnded);
        IsOpen = !followed && !saysThatItEnded && statements.Exists(item => item.End is { IsOpen: true } || item.DeniesEnd);
        Lasts = IsOpen || (!followed && !saysThatItEnded && (LastsByNature(nature, off) || off == Rule.UnknownEnd));
        LastsUntilNext =
            followed && !saysThatItEnded && nature is (Nature.Institution or Nature.LastingCarried) && off != Rule.FollowedEndsWithItsLife;
        if (!Lasts && !DatesEnd)
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

    /// <summary>The same for one completion as followed and as not followed.</summary>
    public int Completion { get; }

    public HashSet<World> Own { get; }

    public HashSet<World> OnDay { get; }

    public bool HasStartBound { get; }

    public bool DatesEnd { get; }

    public bool IsOpen { get; }

    public bool Lasts { get; }

    /// <summary>Without an end of its own, it ends with its life or is of unknown end by the next period's start.</summary>
    public bool LastsUntilNext { get; }

    private static bool LastsByNature(Nature nature, Rule? off) =>
        nature is Nature.Life or Nature.LastingCarried or Nature.Others
        || (nature == Nature.Institution && off != Rule.InstitutionsLast)
        || (nature == Nature.LastingFree && off != Rule.RelationsBetweenOthersLast);
}

/// <summary>A world of a variant: one and the same interval may be in several, and last in one of them only.</summary>
internal sealed record Held(World World, Variant Variant, bool OnDay);

/// <summary>Why an end on the day attested is admitted: a reading whose dates leave no later one.</summary>
/// <param name="Other">The reading.</param>
/// <param name="Beside">What must hold between the two.</param>
internal sealed record DayReason(SideReading Other, Beside Beside);

/// <summary>What must hold between the interval of a side and that of another.</summary>
internal enum Beside
{
    Inside,
    Disjoint,
    Before,
    After,
}

/// <summary>A reading and the worlds it still has.</summary>
internal sealed class SideReading
{
    public SideReading(Side side, List<Item> items, bool[] followed, Readings readings, Rule? off)
    {
        (Side, Items) = (side, items);
        Variants =
        [
            .. readings
                .Completions(items, side.Items)
                .SelectMany(
                    (statements, number) =>
                        followed.Select(isFollowed => new Variant(number, statements, side.Nature, isFollowed, readings, off))
                ),
        ];
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

    /// <summary>The life by which the other half is judged.</summary>
    public Side? JudgedBy { get; set; }

    public HashSet<Side> Clashes { get; } = [];

    /// <summary>It would have been left with nothing, and binds nobody.</summary>
    public bool Stands { get; set; }

    public Dictionary<Held, List<DayReason>> Because { get; } = [];

    public bool IsDenial => Items.Exists(item => item.Denies);

    public IEnumerable<World> Worlds => Current.Select(held => held.World);
}

/// <summary>A life, or an episode: one period of a thing.</summary>
internal sealed class Side
{
    private readonly Readings readings;
    private readonly List<List<Item>> sets;
    private readonly Rule? off;

    public Side(string id, Nature nature, string? seat, List<Item> items, Readings readings, Rule? off)
    {
        (Id, Nature, Seat, Items, this.readings, this.off) = (id, nature, nature == Nature.Post ? seat : null, items, readings, off);
        sets = readings.Of(items);
        var may = sets.SelectMany(set => readings.SatisfiedBy(set).Own).ToHashSet();
        MayNotHaveHappened = may.Contains(World.NotHappened);
        MayHaveHappened = may.Any(world => world.Happened);
    }

    public string Id { get; }

    public Nature Nature { get; }

    public string? Seat { get; }

    public List<Item> Items { get; }

    /// <summary>The other periods of the thing, in order.</summary>
    public List<Side> Earlier { get; } = [];

    /// <inheritdoc cref="Earlier"/>
    public List<Side> Later { get; } = [];

    public List<SideReading> Readings { get; private set; } = [];

    public bool MayHaveHappened { get; }

    public bool MayNotHaveHappened { get; }

    public bool IsCarried => Nature is Nature.Post or Nature.Institution or Nature.Carried or Nature.LastingCarried;

    public bool BindsLife => Nature is Nature.Post or Nature.Institution;

    public void Read()
    {
        var coming = Later.Where(other => other.MayHaveHappened).ToArray();
        bool[] followed =
            coming.Length == 0 || off == Rule.FollowedDoesNotLast ? [false]
            : coming.All(other => other.MayNotHaveHappened) && off != Rule.NextMayNotHaveHappened ? [false, true]
            : [true];
        Readings = sets.ConvertAll(reading => new SideReading(this, reading, followed, readings, off));
    }

    public HashSet<World> Worlds() => [.. from reading in Readings from held in reading.Current select held.World];
}
