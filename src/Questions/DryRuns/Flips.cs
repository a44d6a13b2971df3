using ArtsakhLedger.Changes;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.State;
using ArtsakhLedger.StateAsOf;
using Edtf;

namespace ArtsakhLedger.DryRuns;

/// <summary>On which days the answers about a polity differ between what is known at two positions, and through which facts: a pure function of
/// the polity as known at either.</summary>
public sealed class Flips
{
    private readonly PolityAsKnown? before;
    private readonly PolityAsKnown after;
    private readonly BehindADifference behind;
    private readonly Dictionary<string, Episode> then;
    private readonly Dictionary<string, Episode> now;

    /// <param name="before">The polity as known before; null where nothing was recorded of it.</param>
    /// <param name="after">The polity as known after.</param>
    /// <param name="from">The position after which facts count.</param>
    public Flips(PolityAsKnown? before, PolityAsKnown after, long from)
    {
        (this.before, this.after, behind) = (before, after, new(after, from));
        then = (before?.Episodes ?? []).ToDictionary(episode => episode.Id);
        now = after.Episodes.ToDictionary(episode => episode.Id);
    }

    /// <summary>Every run of days on which existence or an entry differs: existence first, then by kind and episode, the days of each in order.</summary>
    public IReadOnlyList<Flip> All() =>
        [
            .. OfExistence(),
            .. from episode in now.Values.Concat(then.Values).DistinctBy(episode => episode.Id)
            orderby episode.Kind.Order, episode.Id
            from flip in Of(episode.Id)
            select flip,
        ];

    private IEnumerable<Flip> OfExistence() =>
        from run in RunsBetween(CourseOfExistence(before), CourseOfExistence(after))
        let id = PolityExistence.EpisodeOf(after.Polity.Id)
        select FlipOf(run, id, $"{after.Polity.Name} existed");

    private IEnumerable<Flip> Of(string id) =>
        from run in RunsBetween(CourseOf(before, then, id), CourseOf(after, now, id))
        let statement = run.After == Certainty.Not ? before!.StatementOf(then[id], run.Sample) : after.StatementOf(now[id], run.Sample)
        select FlipOf(run, id, statement);

    private Flip FlipOf(Run run, string episode, string statement) =>
        new()
        {
            Polity = after.Polity.Id,
            Episode = episode,
            Statement = statement,
            From = run.From?.ToString(),
            Until = run.Until?.ToString(),
            Before = run.Before,
            After = run.After,
            Facts = run.IsOfTheRecordDate ? [] : [.. ThatFlip(behind.Facts(episode)).Select(recorded => recorded.Fact.Id)],
        };

    /// <summary>A description names an entity of the episode, and makes nothing more or less sure.</summary>
    private static IReadOnlyList<RecordedFact> ThatFlip(IReadOnlyList<RecordedFact> facts) =>
        facts.Where(recorded => recorded.Fact is not EntityDescribed).ToList() is { Count: > 0 } others ? others : facts;

    private static Course CourseOfExistence(PolityAsKnown? known) =>
        known?.Resolution is { } resolution
            ? new(resolution.ExistenceOn, [.. resolution.Frame.ExistenceChangePoints], RecordDateOf(known))
            : new((_, _) => Certainty.NoRecord, [], null);

    private static Course CourseOf(PolityAsKnown? known, Dictionary<string, Episode> episodes, string id) =>
        episodes.ContainsKey(id)
            ? new(known!.Resolution[id].On, [.. known.Resolution[id].ChangePoints()], RecordDateOf(known))
            : new((_, _) => Certainty.Not, [], null);

    private static long RecordDateOf(PolityAsKnown known) => StateOnDate.RecordDateOf(known.LastTouched.RecordedAt).Number;

    /// <summary>The longest runs of days with one difference, in order.</summary>
    private static IEnumerable<Run> RunsBetween(Course before, Course after)
    {
        Run? last = null;
        foreach (var run in Stretches(before, after))
        {
            if (last is not null && run.HasSameDifference(last))
            {
                last = last with { Until = run.Until };
                continue;
            }

            if (last is not null && last.Before != last.After)
            {
                yield return last;
            }

            last = run;
        }

        if (last is not null && last.Before != last.After)
        {
            yield return last;
        }
    }

    /// <summary>All days, cut wherever one of the answers may change.</summary>
    private static IEnumerable<Run> Stretches(Course before, Course after)
    {
        long[] days =
        [
            .. before
                .Changes.Concat(after.Changes)
                .Concat(new[] { before.RecordDate, after.RecordDate }.OfType<long>().Select(date => date + 1))
                .Distinct()
                .Order(),
        ];
        for (var i = 0; i <= days.Length; i++)
        {
            var day =
                i > 0 ? days[i - 1]
                : days.Length > 0 ? days[0] - 1
                : 0;
            var (then, now) = (before.On(day, before.RecordDate), after.On(day, after.RecordDate));
            yield return new(
                i == 0 ? null : Day.FromNumber(days[i - 1]),
                i == days.Length ? null : Day.FromNumber(days[i]),
                Day.FromNumber(day),
                then,
                now,
                then != now && before.On(day, null) == after.On(day, null)
            );
        }
    }

    /// <summary>How surely something holds, by day.</summary>
    /// <param name="On">On a day, as of a record date.</param>
    /// <param name="Changes">The days on which that may differ from the day before, whatever the record date.</param>
    /// <param name="RecordDate">The last day on which anything is certain.</param>
    private sealed record Course(Func<long, long?, Certainty> On, IReadOnlyList<long> Changes, long? RecordDate);

    private sealed record Run(Day? From, Day? Until, Day Sample, Certainty Before, Certainty After, bool IsOfTheRecordDate)
    {
        public bool HasSameDifference(Run other) =>
            (Before, After, IsOfTheRecordDate) == (other.Before, other.After, other.IsOfTheRecordDate);
    }
}
