namespace ArtsakhLedger.Facts;

/// <summary>The result of a vote.</summary>
public sealed record Votes
{
    public required int For { get; init; }

    public required int Against { get; init; }

    /// <summary>How many abstained, if a source says so.</summary>
    public int? Abstained { get; init; }

    /// <summary>How many were absent, if a source says so.</summary>
    public int? Absent { get; init; }

    public override string ToString() =>
        $"{For}–{Against}{(Abstained is { } abstained ? $", {abstained} abstaining" : "")}{(Absent is { } absent ? $", {absent} absent" : "")}";
}
