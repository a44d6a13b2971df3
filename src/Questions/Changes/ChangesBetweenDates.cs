using System.Runtime.CompilerServices;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
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
    private static readonly ConditionalWeakTable<PolityAsKnown, ChangesBetweenDates> Kept = [];

    private readonly PolityAsKnown known;
    private readonly long recordDate;
    private readonly Dictionary<string, Episode> episodes;
    private readonly FactsBehindChange behind;
    private ChangeOnDay[]? all;

    public ChangesBetweenDates(PolityAsKnown known)
    {
        (this.known, behind) = (known, new(known));
        recordDate = known.RecordDate.DayNumber;
        episodes = known.Episodes.ToDictionary(episode => episode.Id);
    }

    /// <summary>The changes of a polity, which are found once for a state of knowledge.</summary>
    public static ChangesBetweenDates Of(PolityAsKnown known) => Kept.GetValue(known, static known => new(known));

    /// <summary>The changes in the order of days, then of a state's entries.</summary>
    /// <param name="after">Changes count from the day after this one; null from the beginning.</param>
    /// <param name="through">The last day of which changes count; null to the end.</param>
    /// <param name="cancellation">Cancels the search.</param>
    public IReadOnlyList<ChangeOnDay> All(Day? after, Day? through, CancellationToken cancellation = default)
    {
        // Whoever comes first finds them; another one meanwhile finds the same.
        var found = all ??= [
            .. from change in known.Episodes.CancelledBy(cancellation).SelectMany(Of).Concat(OfExistence())
            orderby change.Day, change.Order, change.Episode
            select change,
        ];
        var (first, end) = (
            after is null ? 0 : CountUpTo(found, after.Value.DayNumber),
            through is null ? found.Length : CountUpTo(found, through.Value.DayNumber)
        );
        return new ArraySegment<ChangeOnDay>(found, first, Math.Max(0, end - first));
    }

    /// <summary>The changes of one episode, in the order of days.</summary>
    public IEnumerable<ChangeOnDay> Of(Episode episode)
    {
        var resolved = known.ResolvedOf(episode);
        var phases = Entries.PhaseChanges(episode).ToList();
        (int Begun, long Day)? first = null;
        var cuts = new DayCuts(resolved.ChangePoints().Concat(phases), recordDate);
        var runs = cuts.Runs(day =>
            resolved.On(day, recordDate) is not Certainty.Not and var certainty ? (certainty, StatementOn(day)) : (Certainty.Not, null)
        );
        return ChangesBetween(episode.Id, episode.Kind.Order, [.. runs]);

        // What is said depends on the phases that have begun. Of most things it is one and the same on all days, and not put into words. That the
        // polity took another name is a change of its name, not of everything that is said of it.
        string StatementOn(long day)
        {
            var begun = phases.Count(begins => begins <= day);
            first ??= (begun, day);
            if (begun == first.Value.Begun)
            {
                return "";
            }

            var said = known.StatementWithoutNameOfTime(episode, Day.FromDayNumber(day));
            return said == known.StatementWithoutNameOfTime(episode, Day.FromDayNumber(first.Value.Day)) ? "" : said;
        }
    }

    /// <summary>A change as an answer shows it.</summary>
    public Change AnswerOf(ChangeOnDay change)
    {
        var episode = episodes.GetValueOrDefault(change.Episode);
        var told = Day.FromDayNumber(change.After == Certainty.Not ? change.Day - 1 : change.Day);
        return new()
        {
            Day = Day.FromDayNumber(change.Day).ToString(),
            Episode = change.Episode,
            Type = TypeOf(change),
            Phase = episode is not null && change.Phase ? SuspensionOf(episode, change.Day) : null,
            Statement = episode is null ? known.StatementOfExistence(told) : known.StatementOf(episode, told),
            Before = change.Before,
            After = change.After,
            Differs = change.Phase ? ["details"] : null,
            Facts = IsDueToRecordDate(change) ? [] : [.. behind.Facts(episode, change.Day).Select(fact => $"/facts/{fact}")],
        };
    }

    /// <summary>What a change is. That nothing is certain after the record date, or after it was last attested, is no change in the world.</summary>
    public ChangeType TypeOf(ChangeOnDay change) =>
        (change.Before, change.After) switch
        {
            (Certainty.NoRecord, Certainty.Not) or (Certainty.Not, Certainty.NoRecord) => ChangeType.NoLongerAttested,
            (Certainty.Not or Certainty.NoRecord, Certainty.Possible) => ChangeType.MayHaveBegun,
            (Certainty.Not or Certainty.NoRecord, Certainty.Certain) => ChangeType.Began,
            (Certainty.Possible, Certainty.Certain) => BasisOn(change, change.Day - 1) == Basis.Unattested
                ? ChangeType.AttestedAgain
                : ChangeType.Began,
            (Certainty.Certain, Certainty.Possible) => BasisOn(change, change.Day) is Basis.Unattested or Basis.NotYet
                ? ChangeType.NoLongerAttested
                : ChangeType.MayHaveEnded,
            var (before, after) when before == after => ChangeType.Phase,
            _ => ChangeType.Ended,
        };

    private Basis? BasisOn(ChangeOnDay change, long day) =>
        episodes.TryGetValue(change.Episode, out var episode)
            ? known.ResolvedOf(episode).BasisOn(day, recordDate)
            : known.Resolution.ExistenceBasisOn(day, recordDate);

    private Suspension? SuspensionOf(Episode episode, long day)
    {
        var (was, isNow) = (IsSuspendedOn(episode, day - 1), IsSuspendedOn(episode, day));
        return was == isNow ? null
            : isNow ? Suspension.Suspended
            : Suspension.Resumed;
    }

    private bool IsSuspendedOn(Episode episode, long day) =>
        EntryDetails.Of(episode, Day.FromDayNumber(day), known.Entities).GetValueOrDefault(Phase.Status) is Phase.Suspended;

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
            episodes.TryGetValue(change.Episode, out var episode)
                ? known.ResolvedOf(episode).On(change.Day)
                : known.Resolution.ExistenceOn(change.Day)
        ) == Certainty.Certain;

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

    /// <summary>How many changes there are up to a day.</summary>
    private static int CountUpTo(ChangeOnDay[] found, long day)
    {
        var (low, high) = (0, found.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = found[middle].Day <= day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>A day on which the answer about an episode differs from that of the day before.</summary>
/// <param name="Day">The day's number.</param>
/// <param name="Episode">The episode's id.</param>
/// <param name="Order">The position of the episode's kind in answers.</param>
/// <param name="Before">The certainty on the day before.</param>
/// <param name="After">The certainty on the day.</param>
/// <param name="Phase">Whether the statement differs, such as when a minister serves in another capacity.</param>
public sealed record ChangeOnDay(long Day, string Episode, int Order, Certainty Before, Certainty After, bool Phase);
