using System.Text.Json.Serialization;
using ArtsakhLedger.Entities;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.StateAsOf;

/// <summary>The state of a polity as of a date.</summary>
public sealed record StateAnswer
{
    public required EntityReference Polity { get; init; }

    /// <summary>The date that was asked.</summary>
    public required string On { get; init; }

    /// <summary>The sources that count, and they alone; absent where all do.</summary>
    public IReadOnlyList<string>? Sources { get; init; }

    public required KnownAtAnswer KnownAt { get; init; }

    public required ThreeValues Existence { get; init; }

    /// <summary>The longest run of days with the same answer; absent for a date coarser than a day.</summary>
    public Unchanged? Unchanged { get; init; }

    public required IReadOnlyList<Entry> Entries { get; init; }

    /// <summary>The permanent address of this answer.</summary>
    public required string Self { get; init; }
}

/// <summary>The last position that touched the polity or anything that the answer names.</summary>
/// <param name="Position">The position.</param>
/// <param name="RecordedAt">Its record time; nothing is certain after its date.</param>
/// <param name="Batch">The batch that the position lies in; absent otherwise.</param>
public sealed record KnownAtAnswer(long Position, DateTimeOffset RecordedAt, string? Batch);

/// <summary>A certainty for a day, or the two of a longer date, with the reasons.</summary>
public record ThreeValues
{
    [JsonPropertyOrder(1)]
    public Certainty? Certainty { get; init; }

    /// <summary>Whether it held on every day of the date.</summary>
    [JsonPropertyOrder(1)]
    public Certainty? Throughout { get; init; }

    /// <summary>Whether it held on some day of the date.</summary>
    [JsonPropertyOrder(1)]
    public Certainty? AtSomeTime { get; init; }

    /// <summary>Why it is only possible on the day; absent otherwise, and for a date coarser than a day.</summary>
    [JsonPropertyOrder(1)]
    public Basis? Basis { get; init; }

    /// <summary>The reasons, unless it is certain from its own claims.</summary>
    [JsonPropertyOrder(3)]
    public required IReadOnlyList<Reason> Because { get; init; }
}

/// <summary>A run of days with the same answer: <c>from</c> inclusive, <c>until</c> exclusive, null if unbounded.</summary>
public sealed record Unchanged(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? From,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Until
);

/// <summary>One thing that held, certainly or possibly.</summary>
public sealed record Entry : ThreeValues
{
    public required string Episode { get; init; }

    public required string Kind { get; init; }

    public required EntityReference Party { get; init; }

    public required string Statement { get; init; }

    [JsonPropertyOrder(2)]
    public required BoundAnswer Start { get; init; }

    [JsonPropertyOrder(2)]
    public required BoundAnswer End { get; init; }

    [JsonPropertyOrder(4)]
    public required IReadOnlyList<ReadingAnswer> Readings { get; init; }

    /// <summary>The last day on which a claim shows that it held.</summary>
    [JsonPropertyOrder(4)]
    public string? LastAttested { get; init; }

    /// <summary>Whether no source gives an earliest start.</summary>
    [JsonPropertyOrder(4)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Undated { get; init; }

    /// <summary>Whether a reading lies outside the polity's life.</summary>
    [JsonPropertyOrder(4)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool OutsidePolity { get; init; }

    /// <summary>A fact behind it is inferred from sources rather than stated by one.</summary>
    [JsonPropertyOrder(4)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Inferred { get; init; }

    /// <summary>What the facts say besides the dates.</summary>
    [JsonPropertyOrder(5)]
    public IReadOnlyDictionary<string, object>? Details { get; init; }

    /// <summary>Links to the facts behind it.</summary>
    [JsonPropertyOrder(6)]
    public required IReadOnlyList<string> Facts { get; init; }
}

/// <summary>A start or an end: the bounds of the admissible set, and what the sources say.</summary>
/// <param name="Edtf">The date, if all claims agree on it.</param>
/// <param name="Earliest">The earliest admissible day; null where unbounded.</param>
/// <param name="Latest">The latest admissible day; null where unbounded, or where the end may never come.</param>
/// <param name="Claims">The dates as the sources give them.</param>
public sealed record BoundAnswer(
    string? Edtf,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Earliest,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Latest,
    IReadOnlyList<ClaimedDate> Claims
);

/// <summary>One date as sources give it.</summary>
public sealed record ClaimedDate(
    string Edtf,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Earliest,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Latest,
    IReadOnlyList<string> Facts,
    IReadOnlyList<string> Sources
);

/// <summary>A set of claims that can all be true together: the dates that they leave, and their sources.</summary>
public sealed record ReadingAnswer(string? Start, string? End, IReadOnlyList<string> Claims, IReadOnlyList<string> Sources);

/// <summary>A reason for an answer.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Bound">The bound that decides.</param>
/// <param name="Edtf">The date that sets the bound; absent if no source gives one.</param>
/// <param name="Fact">The fact that gives the date.</param>
/// <param name="Episode">The episode of the fact, if it is another one.</param>
public sealed record Reason(Rule Rule, BoundName? Bound, string? Edtf, string? Fact, string? Episode = null);

/// <summary>The rules of time, as answers name them.</summary>
public enum Rule
{
    Claim,
    Attestation,
    Rival,
    Life,
    Seat,
    Denial,
    RecordDate,
}

public enum BoundName
{
    Start,
    End,
}
