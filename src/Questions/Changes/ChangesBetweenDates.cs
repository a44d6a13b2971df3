using ArtsakhLedger.Episodes;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.State;
using ArtsakhLedger.StateAsOf;
using Edtf;

namespace ArtsakhLedger.Changes;

/// <summary>What began, ended, changed certainty or entered another phase between two days: a pure function of what is known. There is one
/// item for each day on which the answer about an episode differs from the day before, so that the state on the first day and the items
/// give the state on the last.</summary>
public sealed class ChangesBetweenDates
{
    private readonly PolityAsKnown known;
    private readonly long recordDate;
    private readonly FactsBehindChange behind;

    public ChangesBetweenDates(PolityAsKnown known)
    {
        (this.known, behind) = (known, new(known));
        recordDate = known.RecordDate.DayNumber;
    }

    /// <summary>The changes in the order of days, then of a state's entries.</summary>
    /// <param name="after">Only changes after this day; null from the beginning.</param>
    /// <param name="through">Only changes up to this day; null to the end.</param>
    public IReadOnlyList<ChangeOnDay> All(Day? after, Day? through)
    {
        var changes = known.Episodes.SelectMany(Of).Concat(OfExistence());
        return
        [
            .. from change in changes
            where (after is null || change.Day > after.Value.DayNumber) && (through is null || change.Day <= through.Value.DayNumber)
            orderby change.Day, change.Order, change.Episode
            select change,
        ];
    }

    /// <summary>The changes of one episode, in the order of days.</summary>
    public IEnumerable<ChangeOnDay> Of(Episode episode)
    {
        var resolved = known.Resolution[episode.Id];
        var cuts = new DayCuts(resolved.ChangePoints().Concat(Entries.PhaseChanges(episode)), recordDate);
        var runs = cuts.Runs(day =>
            resolved.On(day, recordDate) is not Certainty.Not and var certainty
                ? (certainty, StatementOf(episode, day))
                : (Certainty.Not, null)
        );
        return ChangesBetween(episode.Id, episode.Kind.Order, [.. runs]);
    }

    /// <summary>A change as an answer shows it.</summary>
    public Change AnswerOf(ChangeOnDay change)
    {
        var episode = known.Episodes.FirstOrDefault(one => one.Id == change.Episode);
        return new()
        {
            Day = Day.FromDayNumber(change.Day).ToString(),
            Episode = change.Episode,
            Statement = episode is null
                ? $"{known.Polity.Name} existed"
                : StatementOf(episode, change.After == Certainty.Not ? change.Day - 1 : change.Day),
            Before = change.Before,
            After = change.After,
            Differs = change.Phase ? ["details"] : null,
            Facts = IsDueToRecordDate(change) ? [] : [.. behind.Facts(episode ?? known.Life, change.Day).Select(fact => $"/facts/{fact}")],
        };
    }

    /// <summary>The changes of the polity's existence, in the order of days.</summary>
    public IEnumerable<ChangeOnDay> OfExistence()
    {
        var runs = new DayCuts(known.Resolution.Frame.ExistenceChangePoints, recordDate).Runs(day =>
            (known.Resolution.ExistenceOn(day, recordDate), (string?)null)
        );
        return ChangesBetween(PolityExistence.EpisodeOf(known.Polity.Id), 0, [.. runs]);
    }

    /// <summary>Whether the change is only that nothing is certain after the record date; it is then no change in the world.</summary>
    public bool IsDueToRecordDate(ChangeOnDay change) =>
        change is { Before: Certainty.Certain, After: Certainty.Possible }
        && (
            known.Episodes.FirstOrDefault(one => one.Id == change.Episode) is { } episode
                ? known.Resolution[episode.Id]
                : known.Resolution.Life
        ).On(change.Day) == Certainty.Certain;

    private static IEnumerable<ChangeOnDay> ChangesBetween(
        string episode,
        int order,
        IReadOnlyList<DayRun<(Certainty Certainty, string? Statement)>> runs
    ) =>
        from pair in runs.Zip(runs.Skip(1))
        let before = pair.First.Value
        let after = pair.Second.Value
        let phase = before.Statement is not null && after.Statement is not null && before.Statement != after.Statement
        select new ChangeOnDay(pair.Second.From!.Value, episode, order, before.Certainty, after.Certainty, phase);

    private string StatementOf(Episode episode, long day) => known.StatementOf(episode, Day.FromDayNumber(day));
}

/// <summary>A day on which the answer about an episode differs from that of the day before.</summary>
/// <param name="Day">The day's number.</param>
/// <param name="Episode">The episode's id.</param>
/// <param name="Order">The position of the episode's kind in answers.</param>
/// <param name="Before">The certainty on the day before.</param>
/// <param name="After">The certainty on the day.</param>
/// <param name="Phase">Whether the statement differs, such as when a minister serves in another capacity.</param>
public sealed record ChangeOnDay(long Day, string Episode, int Order, Certainty Before, Certainty After, bool Phase);
