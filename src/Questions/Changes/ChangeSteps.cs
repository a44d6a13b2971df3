using System.Runtime.CompilerServices;
using ArtsakhLedger.Facts;
using ArtsakhLedger.StateAsOf;
using Edtf;

namespace ArtsakhLedger.Changes;

/// <summary>The days on which something begins, ends or changes certainty, to step from one to the next. The record date is not a step:
/// that nothing is certain after it is not a change in the world. Computed once for a state of knowledge.</summary>
public sealed class ChangeSteps
{
    private static readonly ConditionalWeakTable<PolityAsKnown, ChangeSteps> Kept = [];

    private readonly ChangesBetweenDates changes;
    private readonly List<ChangeOnDay> steps;

    private ChangeSteps(PolityAsKnown known, CancellationToken cancellation)
    {
        changes = ChangesBetweenDates.Of(known);
        steps = [.. changes.All(null, null, cancellation).Where(change => !changes.IsDueToRecordDate(change))];
    }

    public static ChangeSteps Of(PolityAsKnown known, CancellationToken cancellation = default) =>
        Kept.GetValue(known, known => new(known, cancellation));

    /// <summary>The days in order, each once.</summary>
    /// <param name="kind">Only changes of episodes of this kind, or of the existence; null for all.</param>
    public IEnumerable<long> Days(EpisodeKind? kind) => steps.Where(step => IsOf(step, kind)).Select(step => step.Day).Distinct();

    /// <summary>The last day of a change before one; null where there is none.</summary>
    public Day? Before(Day day, EpisodeKind? kind) =>
        steps.LastOrDefault(step => step.Day < day.DayNumber && IsOf(step, kind)) is { } step ? Day.FromDayNumber(step.Day) : null;

    /// <summary>The first day of a change after one; null where there is none.</summary>
    public Day? After(Day day, EpisodeKind? kind) =>
        steps.Find(step => step.Day > day.DayNumber && IsOf(step, kind)) is { } step ? Day.FromDayNumber(step.Day) : null;

    /// <summary>What changes from one day to another, both included, in the order of days, then of a state's entries.</summary>
    public IReadOnlyList<Change> Within(Day first, Day last, EpisodeKind? kind) =>
        [.. steps.Where(step => step.Day >= first.DayNumber && step.Day <= last.DayNumber && IsOf(step, kind)).Select(changes.AnswerOf)];

    private static bool IsOf(ChangeOnDay step, EpisodeKind? kind) =>
        kind is null || step.Order == EpisodeKind.Existence.Order || step.Order == kind.Order;
}
