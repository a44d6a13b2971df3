using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Tests.RulesOfTime.BruteForce;

/// <summary>The three values.</summary>
internal static class Values
{
    /// <summary>Of all worlds, and of some, whether it held on all these days, or on some. Hidden days make nothing possible; unsure ones, and those after the
    /// record date, nothing certain.</summary>
    public static Certainty Of(
        IReadOnlyCollection<World> worlds,
        int[] days,
        bool throughout,
        int recordDate,
        Predicate<int>? hidden = null,
        IReadOnlySet<int>? unsure = null
    )
    {
        bool Holds(Predicate<int> onDay) => throughout ? Array.TrueForAll(days, onDay) : Array.Exists(days, onDay);
        if (worlds.Count > 0 && worlds.All(world => Holds(day => day <= recordDate && unsure?.Contains(day) != true && world.HoldsOn(day))))
            return Certainty.Certain;
        return worlds.Any(world => Holds(day => hidden?.Invoke(day) != true && world.HoldsOn(day))) ? Certainty.Possible : Certainty.Not;
    }
}
