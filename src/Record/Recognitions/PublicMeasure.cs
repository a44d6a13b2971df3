using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>An act by which the actor takes a position itself. It may also call on others; a call alone is a <see cref="CallMade"/>.</summary>
public abstract record PublicMeasure : PublicAct
{
    /// <summary>The parties that the act calls on to recognise the polity. A call is not a recognition.</summary>
    public IReadOnlyList<Party>? Urged { get; init; }

    public override IEnumerable<(string Name, object? Value)> Details() => [.. base.Details(), ("urged", Urged)];

    public override IEnumerable<Party> Parties() => [.. base.Parties(), .. Urged ?? []];

    /// <summary>The end of a sentence about the measure: its particulars, and the parties that it calls on to recognise the polity.</summary>
    protected string ParticularsAndCallInWords(PartyNames names) =>
        ParticularsInWords(names) + (Urged is null ? "" : $", and called on {names.AllOf(Urged)} to recognise");
}
