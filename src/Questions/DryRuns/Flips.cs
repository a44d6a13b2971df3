using System.Runtime.InteropServices;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Changes;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.State;
using ArtsakhLedger.StateAsOf;
using Edtf;

namespace ArtsakhLedger.DryRuns;

/// <summary>Finds the days on which answers about a polity differ between two positions, and the facts that cause it: a pure function of
/// the polity as known at both.</summary>
public sealed class Flips
{
    private readonly PolityAsKnown? before;
    private readonly PolityAsKnown after;
    private readonly FactsBehindDifference behind;
    private readonly Dictionary<string, List<Episode>> then;
    private readonly Dictionary<string, List<Episode>> now;

    /// <param name="before">The polity as known before; null if nothing was recorded about it.</param>
    /// <param name="after">The polity as known after.</param>
    /// <param name="from">The position after which facts count.</param>
    public Flips(PolityAsKnown? before, PolityAsKnown after, long from)
    {
        (this.before, this.after, behind) = (before, after, new(after, from));
        then = ThingsOf(before);
        now = ThingsOf(after);
    }

    /// <summary>Every run of days on which existence or a thing differs, which holds as surely as its surest period: existence first, then by kind and thing,
    /// the days of each in order.</summary>
    public IReadOnlyList<Flip> All(CancellationToken cancellation = default) =>
        [
            .. OfExistence(),
            .. from periods in now.Values.Concat(then.Values).DistinctBy(periods => periods[0].Thing).CancelledBy(cancellation)
            orderby periods[0].Kind.Order, periods[0].Thing
            from flip in Of(periods[0].Thing)
            select flip,
        ];

    private IEnumerable<Flip> OfExistence() =>
        FlipsBetween(
            CourseOfExistence(before),
            CourseOfExistence(after),
            PolityExistence.EpisodeOf(after.Polity.Id),
            (_, day) => after.StatementOfExistence(day)
        );

    private IEnumerable<Flip> Of(string id) =>
        FlipsBetween(
            CourseOf(before, then, id),
            CourseOf(after, now, id),
            id,
            (difference, day) => difference.After == Certainty.Not ? StatementOf(before!, then[id], day) : StatementOf(after, now[id], day)
        );

    private static Dictionary<string, List<Episode>> ThingsOf(PolityAsKnown? known) =>
        (known?.Episodes ?? []).GroupBy(episode => episode.Thing).ToDictionary(periods => periods.Key, periods => periods.ToList());

    /// <summary>The statement of the period that held on a day, or may have.</summary>
    private static string StatementOf(PolityAsKnown known, List<Episode> periods, Day day) =>
        known.StatementOf(periods.MaxBy(period => known.ResolvedOf(period).On(day.DayNumber))!, day);

    private IEnumerable<Flip> FlipsBetween(Course one, Course other, string episode, Func<Difference, Day, string> statementOn)
    {
        var cuts = new DayCuts(one.ChangePoints.Concat(other.ChangePoints), one.RecordDate, other.RecordDate);
        return from run in cuts.Runs(day => DifferenceOn(day, one, other))
            where run.Value.Before != run.Value.After
            select new Flip
            {
                Polity = after.Polity.Id,
                Episode = episode,
                Statement = statementOn(run.Value, Day.FromDayNumber(run.From ?? cuts.DayBeforeAll)),
                From = Iso(run.From),
                Until = Iso(run.Until),
                Before = run.Value.Before,
                After = run.Value.After,
                Facts = run.Value.IsDueToRecordDate ? [] : [.. ThatFlip(behind.Facts(episode)).Select(recorded => recorded.Fact.Id)],
            };
    }

    private static Difference DifferenceOn(long day, Course one, Course other)
    {
        var (before, after) = (one.On(day, one.RecordDate), other.On(day, other.RecordDate));
        return new(before, after, before != after && one.On(day, null) == other.On(day, null));
    }

    private static string? Iso(long? day) => day is { } number ? Day.FromDayNumber(number).ToString() : null;

    /// <summary>Leaves out descriptions if there are other facts: a name makes nothing more or less certain.</summary>
    private static IReadOnlyList<RecordedFact> ThatFlip(IReadOnlyList<RecordedFact> facts) =>
        facts.Where(recorded => recorded.Fact is not EntityDescribed).ToList() is { Count: > 0 } others ? others : facts;

    private static Course CourseOfExistence(PolityAsKnown? known) =>
        known?.Resolution is { } resolution
            ? new(resolution.ExistenceOn, resolution.Frame.ExistenceChangePoints, known.RecordDate.DayNumber)
            : new((_, _) => Certainty.NoRecord, [], null);

    private static Course CourseOf(PolityAsKnown? known, Dictionary<string, List<Episode>> things, string id)
    {
        if (known is null || !things.TryGetValue(id, out var periods))
        {
            return new((_, _) => Certainty.Not, [], null);
        }

        var recordDate = known.RecordDate.DayNumber;
        if (known.ResolvedThing(id) is { } thing)
        {
            return new(thing.On, thing.ChangePoints(), recordDate);
        }

        var only = known.ResolvedOf(periods[0]);
        return new(only.On, only.ChangePoints(), recordDate);
    }

    /// <summary>How certain something is, by day.</summary>
    /// <param name="On">The certainty on a day, as of a record date.</param>
    /// <param name="ChangePoints">The days on which the certainty may differ from the day before, whatever the record date.</param>
    /// <param name="RecordDate">The last day on which anything is certain.</param>
    private sealed record Course(Func<long, long?, Certainty> On, IEnumerable<long> ChangePoints, long? RecordDate);

    /// <param name="Before">The certainty as known before.</param>
    /// <param name="After">The certainty as known after.</param>
    /// <param name="IsDueToRecordDate">Whether only the record date makes the difference.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Difference(Certainty Before, Certainty After, bool IsDueToRecordDate);
}
