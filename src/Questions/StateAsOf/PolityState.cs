using ArtsakhLedger.Entities;

namespace ArtsakhLedger.StateAsOf;

/// <summary>One of many polities on a date.</summary>
public sealed record PolityState
{
    public required EntityReference Polity { get; init; }

    /// <summary>The date that was asked.</summary>
    public required string On { get; init; }

    public required ThreeValues Existence { get; init; }

    /// <summary>What held of the kind, and with the party, that was asked for; of all if none was.</summary>
    public required IReadOnlyList<Entry> Entries { get; init; }

    /// <summary>The permanent address of the polity's whole state on the date.</summary>
    public required string State { get; init; }
}
