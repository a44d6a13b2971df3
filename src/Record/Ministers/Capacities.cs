using ArtsakhLedger.Episodes;
using Edtf;

namespace ArtsakhLedger.Ministers;

/// <summary>A capacity of a minister in office, and from when he had it.</summary>
/// <param name="Capacity"><c>acting</c>, or <c>full</c>.</param>
/// <param name="From">When it became so; null for the one in which the term began, and where no source dates the change.</param>
/// <param name="IsOfStart">Whether the term began in it.</param>
public sealed record CapacityPhase(string Capacity, EdtfDate? From, bool IsOfStart);

/// <summary>The capacities that a minister had within one term.</summary>
public static class Capacities
{
    private const string Full = "full";

    /// <summary>One after the other, where the capacity changed within the term; none where it stayed the same, so that one word holds for the whole.</summary>
    public static IReadOnlyList<CapacityPhase> ChangingWithin(Episode term)
    {
        var facts = term.Facts.Select(recorded => recorded.Fact).ToList();
        var began = facts.OfType<MinisterAppointed>().Select(appointed => appointed.Capacity ?? Full).Distinct().ToList();
        var changes = facts
            .OfType<CapacityChanged>()
            .OrderBy(changed => changed.Date?.Earliest?.Number ?? long.MinValue)
            .Select(changed => new CapacityPhase(changed.Capacity, changed.Date, IsOfStart: false))
            .Distinct()
            .ToList();
        return changes.TrueForAll(change => began is [var only] && only == change.Capacity)
            ? []
            : [.. began.Select(capacity => new CapacityPhase(capacity, null, IsOfStart: true)), .. changes];
    }
}
