using ArtsakhLedger.Asking;
using ArtsakhLedger.Facts;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>Answers what held of a polity on a date, how surely, and why: a pure function of what is known.</summary>
public sealed class StateOnDate
{
    private readonly IReadOnlyList<(KnownEpisode Known, ReasonContext Context)> episodes;
    private readonly Entries entries;
    private readonly UnchangedRuns runs;

    /// <param name="known">The polity at one position. Nothing is certain after the date on which it was recorded.</param>
    /// <param name="kind">Only episodes of this kind; null for all.</param>
    public StateOnDate(PolityAsKnown known, EpisodeKind? kind)
    {
        entries = new(known.Frame, known.RecordDate);
        var contexts = new ReasonContexts(known.Frame);
        episodes =
        [
            .. from resolved in known.Resolution.Episodes
            let episode = known.Known(resolved)
            where kind is null || episode.Episode.Kind == kind
            orderby episode.Episode.Kind.Order, resolved.Final.EarliestStart ?? long.MinValue, episode.Episode.Id
            select (episode, contexts.Of(episode)),
        ];
        runs = new(
            new(
                known
                    .Resolution.ChangePoints.Concat(known.Episodes.SelectMany(StateAsOf.Entries.PhaseChanges))
                    .Concat(known.Frame.Names.ChangePoints),
                known.RecordDate.DayNumber
            ),
            day => (Existence(QueryDate.Of(day)), Entries(QueryDate.Of(day)))
        );
    }

    /// <summary>The last day on which anything known then can be certain.</summary>
    public static Day RecordDateOf(DateTimeOffset recordedAt) => Day.FromDateOnly(DateOnly.FromDateTime(recordedAt.UtcDateTime));

    /// <summary>What held on a day, and the run of days on which that stays the same.</summary>
    public HeldOnDay On(Day day) => runs.On(day);

    /// <summary>Whether the polity existed.</summary>
    public ThreeValues Existence(QueryDate asked) => entries.Existence(asked);

    /// <summary>All entries that held certainly or possibly, in the order of kinds, then of admissible starts, then of ids.</summary>
    public IReadOnlyList<Entry> Entries(QueryDate asked) =>
        [.. episodes.Select(episode => entries.Of(episode.Known, episode.Context, asked)).OfType<Entry>()];
}
