using System.Runtime.InteropServices;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Facts;
using ArtsakhLedger.RulesOfTime;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>The episodes of a polity in the order of answers, and the days on which each may have held. What held on a day, and how long the answer stays the
/// same, is found without making an entry of anything else: of what did not hold, only when it begins and ends is looked at.</summary>
internal sealed class EpisodesByDay
{
    private readonly KnownEpisode[] episodes;
    private readonly ReasonContext?[] contexts;
    private readonly ReasonContexts reasons;
    private readonly Entries entries;
    private readonly PolityAsKnown known;
    private readonly Lazy<Stretch[]> stretches;
    private readonly Lazy<DayRun<ExistenceOnDay>[]> existence;

    public EpisodesByDay(PolityAsKnown known)
    {
        this.known = known;
        entries = new(known.Frame, known.RecordDate);
        reasons = new(known.Frame);
        episodes =
        [
            .. from given in known.Episodes
            let episode = known.Known(given)
            orderby given.Kind.Order, episode.Resolved.Final.EarliestStart ?? long.MinValue, given.Id
            select episode,
        ];
        contexts = new ReasonContext?[episodes.Length];
        // Whoever comes first computes it; another one meanwhile computes the same.
        stretches = new(Stretches, LazyThreadSafetyMode.PublicationOnly);
        existence = new(ExistenceByDay, LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>Whether the polity existed.</summary>
    public ThreeValues Existence(QueryDate asked) => entries.Existence(asked);

    /// <summary>What held on a day, and how long that stays so.</summary>
    /// <param name="day">The day.</param>
    /// <param name="kind">Only episodes of this kind; null for all.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public HeldOnDay On(Day day, EpisodeKind? kind, CancellationToken cancellation)
    {
        var number = day.DayNumber;
        var life = existence.Value.First(run => !(run.Until <= number));
        var run = new UnchangedDays();
        run.Narrow(life.From, life.Until);
        var held = new List<Entry>();
        foreach (var stretch in stretches.Value)
        {
            var episode = episodes[stretch.Episode];
            if (kind is not null && episode.Episode.Kind != kind)
            {
                continue;
            }

            if (stretch.Until <= number)
            {
                run.Narrow(stretch.Until, null);
            }
            else if (stretch.From > number)
            {
                run.Narrow(null, stretch.From);
            }
            else
            {
                cancellation.ThrowIfCancellationRequested();
                var context = ContextOf(stretch.Episode);
                var (from, until) = new EntryByDay(episode, context, entries, known.RecordDate).RunAround(number);
                run.Narrow(from, until);
                held.Add(entries.Of(episode, context, QueryDate.Of(day))!);
            }
        }

        return new(
            new()
            {
                Certainty = life.Value.Certainty,
                Basis = life.Value.Basis,
                Because = life.Value.Because,
            },
            held,
            run.ToUnchanged()
        );
    }

    /// <summary>Everything that held or may have held on some day of a date.</summary>
    public IReadOnlyList<Entry> Entries(QueryDate asked, EpisodeKind? kind, CancellationToken cancellation)
    {
        var held = new List<Entry>();
        for (var i = 0; i < episodes.Length; i++)
        {
            if (
                (kind is null || episodes[i].Episode.Kind == kind)
                && episodes[i].Resolved.Over(asked.First.DayNumber, asked.Last.DayNumber).AtSomeTime != Certainty.Not
            )
            {
                cancellation.ThrowIfCancellationRequested();
                held.Add(entries.Of(episodes[i], ContextOf(i), asked)!);
            }
        }

        return held;
    }

    private ReasonContext ContextOf(int episode) => contexts[episode] ??= reasons.Of(episodes[episode]);

    private Stretch[] Stretches() =>
        [
            .. from i in Enumerable.Range(0, episodes.Length)
            let resolved = episodes[i].Resolved
            from run in new DayCuts(resolved.ChangePoints()).Runs(day => resolved.On(day) != Certainty.Not)
            where run.Value
            select new Stretch(i, run.From ?? long.MinValue, run.Until ?? long.MaxValue),
        ];

    private DayRun<ExistenceOnDay>[] ExistenceByDay() =>
        [
            .. new DayCuts(known.Resolution.Frame.ExistenceChangePoints, known.RecordDate.DayNumber).Runs(day =>
            {
                var value = entries.Existence(QueryDate.Of(Day.FromDayNumber(day)));
                return new ExistenceOnDay(value.Certainty!.Value, value.Basis, new(value.Because));
            }),
        ];

    /// <summary>Days on which an episode certainly or possibly held.</summary>
    /// <param name="Episode">The place of the episode.</param>
    /// <param name="From">The first day; the smallest number where it is unbounded.</param>
    /// <param name="Until">The day after the last; the largest number where it is unbounded.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Stretch(int Episode, long From, long Until);

    private sealed record ExistenceOnDay(Certainty Certainty, Basis? Basis, EquatableList<Reason> Because);
}
