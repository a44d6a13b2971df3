using ArtsakhLedger.Asking;
using ArtsakhLedger.Facts;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>Answers what held of a polity on a date, how surely, and why: a pure function of what is known.</summary>
public sealed class StateOnDate
{
    private readonly EpisodesByDay episodes;
    private readonly EpisodeKind? kind;

    /// <param name="episodes">The episodes of the polity at one position.</param>
    /// <param name="kind">Only episodes of this kind; null for all.</param>
    internal StateOnDate(EpisodesByDay episodes, EpisodeKind? kind) => (this.episodes, this.kind) = (episodes, kind);

    /// <summary>The last day on which anything known then can be certain.</summary>
    public static Day RecordDateOf(DateTimeOffset recordedAt) => Day.FromDateOnly(DateOnly.FromDateTime(recordedAt.UtcDateTime));

    /// <summary>What held on a day, and how long that stays so.</summary>
    public HeldOnDay On(Day day, CancellationToken cancellation = default) => episodes.On(day, kind, cancellation);

    /// <summary>Whether the polity existed.</summary>
    public ThreeValues Existence(QueryDate asked) => episodes.Existence(asked);

    /// <summary>Everything that held or may have held, in the order of kinds, then of admissible starts, then of ids.</summary>
    public IReadOnlyList<Entry> Entries(QueryDate asked, CancellationToken cancellation = default) =>
        episodes.Entries(asked, kind, cancellation);
}
