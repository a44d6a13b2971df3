using ArtsakhLedger.Asking;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.State;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Timeline;

/// <summary>What held and what happened, over all days at once: a pure function of what is known. The certainty on a day is the same as in
/// the polity's state on that day.</summary>
public sealed class TimelineChart(PolityAsKnown known)
{
    private readonly long recordDate = known.RecordDate.DayNumber;

    /// <summary>Answers a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <exception cref="QuestionProblem">400 for a kind, a party or rows that there are not.</exception>
    public TimelineChartAnswer Answer(TimelineChartQuestion question, CancellationToken cancellation = default)
    {
        var window = question.Facts.Days;
        var (first, last) = (window.From?.First.DayNumber ?? long.MinValue, window.To?.Last.DayNumber ?? long.MaxValue);
        var happenings = question.Certainty is null ? HappeningsOf(question.Facts, cancellation) : [];
        var episodes = EpisodesOf(question.Facts)
            .CancelledBy(cancellation)
            .GroupBy(episode => episode.Thing)
            .Select(periods => (Periods: periods.ToList(), Held: HeldOf([.. periods])))
            .Where(row => Matches(row.Held.Where(run => run.Overlaps(first, last)), question.Certainty))
            .OrderBy(row => row.Periods[0].Kind.Order)
            .ThenBy(row => row.Periods[0].Kind.Name)
            .ThenBy(row => known.ResolvedOf(row.Periods[0]).Final.EarliestStart ?? long.MinValue)
            .ThenBy(row => row.Periods[0].Thing)
            .ToList();
        var all = episodes.Count + happenings.Count;
        var (skipped, taken) = (question.Rows.First - 1, question.Rows.Last - question.Rows.First + 1);
        if (skipped > 0 && skipped >= all)
        {
            throw QuestionProblem.BadParameter("rows", $"There are {all} rows. Begin with one of them, or leave 'rows' out.");
        }

        var life = HeldOfLife();
        var view = DaysInView.Of(
            window,
            life.Concat(episodes.SelectMany(row => row.Held)),
            happenings.SelectMany(row => row.Happenings),
            question.On
        );
        return new()
        {
            Polity = known.Polity,
            On = question.On,
            KnownAt = new(known.LastTouched.Position, known.LastTouched.RecordedAt, known.LastTouched.Batch),
            FirstDay = view.First,
            LastDay = view.Last,
            Life = LifeRow(life),
            Rows =
            [
                .. episodes.Skip(skipped).Take(taken).Select(row => RowOf(row.Periods, row.Held)),
                .. happenings.Skip(Math.Max(0, skipped - episodes.Count)).Take(taken - Math.Clamp(episodes.Count - skipped, 0, taken)),
            ],
            FirstRow = question.Rows.First,
            AllRows = all,
            Self = question.SelfOf(known),
        };
    }

    /// <summary>The days on which an episode, which may be a life of the polity, certainly or possibly held.</summary>
    public IReadOnlyList<DayRun<Certainty>> HeldOf(Episode episode) =>
        episode is { Nature: Nature.Life, IsOneOfSeveral: false } ? HeldOfLife() : HeldOf([episode]);

    private static bool Matches(IEnumerable<DayRun<Certainty>> inView, Certainty? certainty) =>
        certainty switch
        {
            null => inView.Any(),
            Certainty.Certain => inView.Any(run => run.Value == Certainty.Certain),
            _ => inView.Any() && inView.All(run => run.Value == Certainty.Possible),
        };

    /// <summary>A thing holds as surely as its surest period.</summary>
    private List<DayRun<Certainty>> HeldOf(IReadOnlyList<Episode> periods)
    {
        if (periods.Count > 1 && known.ResolvedThing(periods[0].Thing) is { } thing)
        {
            return HeldIn(thing.ChangePoints(), day => thing.On(day, recordDate));
        }

        var resolved = known.ResolvedOf(periods[0]);
        return HeldIn(resolved.ChangePoints(), day => resolved.On(day, recordDate));
    }

    private List<DayRun<Certainty>> HeldOfLife() =>
        HeldIn(known.Resolution.Frame.ExistenceChangePoints, day => known.Resolution.ExistenceOn(day, recordDate));

    /// <summary>The runs of days on which something certainly or possibly held.</summary>
    private List<DayRun<Certainty>> HeldIn(IEnumerable<long> changePoints, Func<long, Certainty> certaintyOn) =>
        [.. new DayCuts(changePoints, recordDate).Runs(certaintyOn).Where(run => run.Value is Certainty.Certain or Certainty.Possible)];

    private EpisodeRow LifeRow(IReadOnlyList<DayRun<Certainty>> held) =>
        new(
            "existence",
            PolityExistence.EpisodeOf(known.Polity.Id),
            $"{known.Polity.Name} existed",
            held,
            [.. known.Lives.SelectMany(life => ReadingsOf(life, held))]
        );

    private EpisodeRow RowOf(List<Episode> periods, IReadOnlyList<DayRun<Certainty>> held)
    {
        var resolved = periods.Select(known.ResolvedOf).ToList();
        return new(
            periods[0].Kind.Name,
            periods[0].Thing,
            EpisodeInWords.Of(known, periods),
            held,
            [.. periods.SelectMany(period => ReadingsOf(period, held))]
        )
        {
            Undated = resolved.Exists(one => !one.Undated.IsEmpty),
            OutsidePolity = resolved.Exists(one => one.OutsidePolity),
            Inferred = periods.Any(period => period.Inferred),
        };
    }

    /// <summary>The rival readings of an episode, each limited to the days on which the episode is shown.</summary>
    private IReadOnlyList<ReadingLine> ReadingsOf(Episode episode, IReadOnlyList<DayRun<Certainty>> held) =>
        known.ResolvedOf(episode) is not { Readings.Count: > 1 } resolved
            ? []
            :
            [
                .. resolved.Readings.Zip(
                    ClaimedDates.ReadingsOf(episode, resolved),
                    (reading, said) =>
                        new ReadingLine(
                            HeldIn(
                                held.SelectMany(run => new[] { run.From, run.Until }).OfType<long>().Concat(reading.Final.ChangePoints()),
                                day => held.Any(run => run.Overlaps(day, day)) ? reading.Final.On(day, recordDate) : Certainty.Not
                            ),
                            said
                        )
                ),
            ];

    /// <summary>The episodes of the kind, with facts at any time that name the party.</summary>
    private IEnumerable<Episode> EpisodesOf(TimelineQuestion asked)
    {
        if (asked is { Kind: null, Party: null })
        {
            return known.Episodes;
        }

        var named = asked
            .FactsOf(known, atAnyTime: true)
            .SelectMany(recorded => known.Facts.LinksOf(recorded.Fact))
            .Select(link => known.Entities.Identify(link).Link.Thing)
            .ToHashSet();
        var isType = asked.Kind is { } kind && FactType.Named(kind) is not null;
        return known.Episodes.Where(episode =>
            named.Contains(episode.Thing) && (asked.Kind is null || isType || episode.Kind.Name == asked.Kind)
        );
    }

    private List<HappeningsRow> HappeningsOf(TimelineQuestion asked, CancellationToken cancellation)
    {
        var timeline = new PolityTimeline(known);
        var eventsByType = asked
            .FactsOf(known)
            .CancelledBy(cancellation)
            .Where(recorded => !known.Facts.LinksOf(recorded.Fact).Any())
            .ToLookup(recorded => FactType.Of(recorded.Fact));
        return
        [
            .. from type in FactType.All
            where eventsByType.Contains(type)
            select new HappeningsRow(
                type.Name,
                [
                    .. eventsByType[type]
                        .Select(recorded => (Recorded: recorded, Date: timeline.DateOf(recorded)))
                        .Select(one => new Happening(
                            one.Recorded.Fact.Id,
                            timeline.StatementOf(one.Recorded),
                            one.Date.Date?.ToString(),
                            one.Date.Earliest?.DayNumber,
                            one.Date.Latest?.DayNumber
                        )),
                ]
            ),
        ];
    }
}
