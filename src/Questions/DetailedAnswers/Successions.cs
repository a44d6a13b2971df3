using ArtsakhLedger.Entities;
using ArtsakhLedger.State;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.DetailedAnswers;

/// <summary>The polities that one succeeded, and those that succeeded it.</summary>
/// <param name="Predecessors">Those that it succeeded, or that were united into it.</param>
/// <param name="Successors">Those that succeeded it, or into which it was united.</param>
public sealed record Successions(IReadOnlyList<EntityReference> Predecessors, IReadOnlyList<EntityReference> Successors)
{
    /// <summary>None before and none after.</summary>
    public static Successions None { get; } = new([], []);

    /// <param name="polity">The id of the polity.</param>
    /// <param name="around">Every polity whose facts may name it, itself included.</param>
    public static Successions Of(string polity, IEnumerable<PolityAsKnown> around)
    {
        var steps = around.SelectMany(StepsIn).Distinct().ToList();
        return new(
            [.. steps.Where(step => step.To.Id == polity).Select(step => step.From).DistinctBy(one => one.Id)],
            [.. steps.Where(step => step.From.Id == polity).Select(step => step.To).DistinctBy(one => one.Id)]
        );
    }

    private static IEnumerable<(EntityReference From, EntityReference To)> StepsIn(PolityAsKnown known) =>
        known
            .Facts.InForce.Select(recorded => recorded.Fact)
            .Select(fact =>
                fact switch
                {
                    StateSucceeded succeeded => (From: succeeded.Predecessor.Id, To: known.Polity.Id),
                    StatesUnited united => (From: known.Polity.Id, To: united.Into?.Id),
                    _ => (From: null, To: null),
                }
            )
            .Where(step => step is { From: not null, To: not null })
            .Select(step => (From: known.Entities.ReferenceTo(step.From!), To: known.Entities.ReferenceTo(step.To!)))
            .Where(step => step.From.Id != step.To.Id);
}
