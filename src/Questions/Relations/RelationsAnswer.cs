using ArtsakhLedger.Entities;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Relations;

/// <summary>What held between a polity and another entity on a date.</summary>
public sealed record RelationsAnswer
{
    public required EntityReference Polity { get; init; }

    public required EntityReference Entity { get; init; }

    /// <summary>The date that was asked.</summary>
    public required string On { get; init; }

    /// <summary>The last position that touched the polity or anything that the answer names.</summary>
    public required KnownAtAnswer KnownAt { get; init; }

    public required RecognitionBothWays Recognition { get; init; }

    /// <summary>What else a source says did not exist between the two; absent if nothing.</summary>
    public IReadOnlyList<AbsenceAnswer>? AttestedNot { get; init; }

    /// <summary>What held between the two, certainly or possibly, in the order of a state.</summary>
    public required IReadOnlyList<Entry> Entries { get; init; }

    /// <summary>Facts up to then with an unnamed party that the entity could be; absent if there are none.</summary>
    public IReadOnlyList<string>? MayBe { get; init; }

    /// <summary>The permanent address of this answer.</summary>
    public required string Self { get; init; }
}

/// <summary>Recognition in each direction.</summary>
/// <param name="OfPolity">Whether the entity recognised the polity.</param>
/// <param name="ByPolity">Whether the polity recognised the entity.</param>
public sealed record RecognitionBothWays(RecognitionAnswer OfPolity, RecognitionAnswer ByPolity);

/// <summary>Whether one recognised the other. Only the actor itself counts: a region or a chamber never answers for its state.</summary>
public sealed record RecognitionAnswer
{
    public required RecognitionStatus Status { get; init; }

    /// <summary>How certain the recognition, or its end, is; absent if the status rests on denials, or on nothing.</summary>
    public Certainty? Certainty { get; init; }

    /// <summary>For a date coarser than a day: whether it was recognised on every day of it.</summary>
    public Certainty? Throughout { get; init; }

    /// <summary>For a date coarser than a day: whether it was recognised on some day of it.</summary>
    public Certainty? AtSomeTime { get; init; }

    /// <summary>Why the recognition is only possible on the day; absent otherwise.</summary>
    public Basis? Basis { get; init; }

    /// <summary>The reasons for the answer, including those against it.</summary>
    public required IReadOnlyList<Reason> Because { get; init; }

    /// <summary>Links to the facts behind it.</summary>
    public required IReadOnlyList<string> Facts { get; init; }
}

/// <summary>The answers to "did they recognise", of which the first that applies is given.</summary>
public enum RecognitionStatus
{
    /// <summary>Certainly or possibly recognised.</summary>
    Recognised,

    /// <summary>It had been recognised and no longer is.</summary>
    Ended,

    /// <summary>A source says that it was not recognised.</summary>
    AttestedNot,

    /// <summary>No source says anything.</summary>
    NoRecord,
}

/// <summary>Something that a source says did not exist.</summary>
/// <param name="Kind">A kind of episode, or one that no fact opens (<c>diplomatic-mission</c>).</param>
/// <param name="Because">The statements.</param>
/// <param name="Facts">Links to them.</param>
public sealed record AbsenceAnswer(string Kind, IReadOnlyList<Reason> Because, IReadOnlyList<string> Facts);
