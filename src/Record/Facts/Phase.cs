namespace ArtsakhLedger.Facts;

/// <summary>A part of a period, from the date of a fact on, in which a detail of it is another one: a minister acts, a membership is
/// suspended, a legation is an embassy. The fact attests the period and dates neither its start nor its end.</summary>
/// <param name="Detail">The name of the detail.</param>
/// <param name="Value">Its value from then on; null if it is again what it was before.</param>
public sealed record Phase(string Detail, object? Value)
{
    /// <summary>The detail that says whether something is suspended, and what sort of membership it is.</summary>
    public const string Status = "status";

    /// <summary>The value of <see cref="Status"/> of what is suspended.</summary>
    public const string Suspended = "suspended";

    /// <summary>Something is suspended from then on.</summary>
    public static Phase Suspension { get; } = new(Status, Suspended);

    /// <summary>What was suspended goes on.</summary>
    public static Phase Resumption { get; } = new(Status, null);
}
