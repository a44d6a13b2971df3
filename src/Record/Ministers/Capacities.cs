using ArtsakhLedger.Episodes;
using Edtf;

namespace ArtsakhLedger.Ministers;

/// <summary>A capacity of a minister in office, and when it began.</summary>
/// <param name="Capacity"><c>acting</c>, or <c>full</c>.</param>
/// <param name="From">When it began; null if the term began in it, or no source dates the change.</param>
/// <param name="IsOfStart">Whether the term began in it.</param>
public sealed record CapacityPhase(string Capacity, EdtfDate? From, bool IsOfStart);

/// <summary>The capacities that a minister had within one term.</summary>
public static class Capacities
{
    private const string Full = "full";

    /// <summary>The capacities in order of time; none if the capacity stayed the same throughout the term.</summary>
    public static IReadOnlyList<CapacityPhase> ChangingWithin(Episode term)
    {
        var facts = term.Facts.Select(recorded => recorded.Fact).ToList();
        var began = facts.OfType<MinisterAppointed>().Select(appointed => appointed.Capacity ?? Full).Distinct().ToList();
        var changes = facts
            .OfType<CapacityChanged>()
            .OrderBy(changed => changed.Date?.Earliest?.DayNumber ?? long.MinValue)
            .Select(changed => new CapacityPhase(changed.Capacity, changed.Date, IsOfStart: false))
            .Distinct()
            .ToList();
        return changes.TrueForAll(change => began is [var only] && only == change.Capacity)
            ? []
            : [.. began.Select(capacity => new CapacityPhase(capacity, null, IsOfStart: true)), .. changes];
    }
}
