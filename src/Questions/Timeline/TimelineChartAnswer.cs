using ArtsakhLedger.Asking;
using ArtsakhLedger.Entities;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Timeline;

/// <summary>What held and what happened, row by row: everything that a picture of it needs.</summary>
public sealed record TimelineChartAnswer
{
    public required EntityReference Polity { get; init; }

    /// <summary>The date to mark; null if there is none.</summary>
    public QueryDate? On { get; init; }

    /// <summary>The last position that touched the polity or anything that the answer names.</summary>
    public required KnownAtAnswer KnownAt { get; init; }

    /// <summary>The number of the first day in view.</summary>
    public required long FirstDay { get; init; }

    /// <summary>The number of the last day in view.</summary>
    public required long LastDay { get; init; }

    /// <summary>The polity's own life.</summary>
    public required EpisodeRow Life { get; init; }

    /// <summary>The rows asked for: episodes in the order of a state's entries, then single events by type.</summary>
    public required IReadOnlyList<ChartRow> Rows { get; init; }

    /// <summary>The number of the first of these rows among all that match, from 1.</summary>
    public required int FirstRow { get; init; }

    /// <summary>How many rows match.</summary>
    public required int AllRows { get; init; }

    /// <summary>The number of the next row; null if there is none.</summary>
    public int? NextRow => FirstRow + Rows.Count is var next && next <= AllRows ? next : null;

    /// <summary>The permanent address of this answer.</summary>
    public required string Self { get; init; }
}

/// <summary>A row of the chart.</summary>
/// <param name="Kind">The kind of an episode, or the type of single events.</param>
public abstract record ChartRow(string Kind);

/// <summary>Something that held for a time, or several times.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Episode">Its id.</param>
/// <param name="Statement">What it is, from all its facts; a capacity that changed during it is left out.</param>
/// <param name="Held">The days on which it certainly or possibly held, in order.</param>
/// <param name="Readings">Its rival readings; none if all claims can be true together.</param>
public sealed record EpisodeRow(
    string Kind,
    string Episode,
    string Statement,
    IReadOnlyList<DayRun<Certainty>> Held,
    IReadOnlyList<ReadingLine> Readings
) : ChartRow(Kind)
{
    /// <summary>Whether no source gives an earliest start for some of its days.</summary>
    public bool Undated { get; init; }

    /// <summary>Whether a reading lies outside the polity's life.</summary>
    public bool OutsidePolity { get; init; }

    /// <summary>A fact behind it is inferred from sources rather than stated by one.</summary>
    public bool Inferred { get; init; }
}

/// <summary>One of several readings of an episode.</summary>
/// <param name="Held">The days on which it held if this reading is true.</param>
/// <param name="Said">The dates that its claims leave, and their sources.</param>
public sealed record ReadingLine(IReadOnlyList<DayRun<Certainty>> Held, ReadingAnswer Said);

/// <summary>Single events of one type.</summary>
/// <param name="Kind">The type of fact.</param>
/// <param name="Happenings">The facts in the order of their days.</param>
public sealed record HappeningsRow(string Kind, IReadOnlyList<Happening> Happenings) : ChartRow(Kind);

/// <summary>A single event.</summary>
/// <param name="Fact">Its id.</param>
/// <param name="Statement">What it says.</param>
/// <param name="Date">When, in EDTF; null where no source dates it.</param>
/// <param name="Earliest">The number of the earliest day that the date can mean; null where unbounded.</param>
/// <param name="Latest">The number of the latest one; null where unbounded.</param>
public sealed record Happening(string Fact, string Statement, string? Date, long? Earliest, long? Latest);
