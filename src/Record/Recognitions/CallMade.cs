using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>What an act calls on others to do.</summary>
public enum CallFor
{
    /// <summary>To recognise the polity.</summary>
    Recognition,

    /// <summary>Not to recognise it.</summary>
    NonRecognition,

    /// <summary>To support a right of self-determination.</summary>
    SelfDetermination,

    /// <summary>To respect the territorial integrity of another state.</summary>
    TerritorialIntegrity,

    /// <summary>To include it in settlement negotiations.</summary>
    PartInNegotiations,

    /// <summary>To support it in some other way; the subject says which.</summary>
    Support,
}

/// <summary>A body called on others to recognise the polity, not to, or to support it. It is a single event and never a recognition by anybody:
/// neither by the body that made the call nor by those on whom it called.</summary>
public sealed record CallMade : PublicAct
{
    /// <summary>What the call is for.</summary>
    public required CallFor CallsFor { get; init; }

    /// <summary>The parties on which it calls; absent if the source names none.</summary>
    public IReadOnlyList<Party>? Upon { get; init; }

    public override IEnumerable<(string Name, object? Value)> Details() => [("callsFor", CallsFor), .. base.Details(), ("upon", Upon)];

    public override IEnumerable<Party> Parties() => [.. base.Parties(), .. Upon ?? []];

    public override string InWords(PartyNames names)
    {
        var call = (CallsFor, Upon) switch
        {
            (CallFor.Recognition, null) => $"called for the recognition of {names.Polity}",
            (CallFor.NonRecognition, null) => $"called for {names.Polity} not to be recognised",
            (CallFor.SelfDetermination, null) => $"called for respect for the right of {names.Polity} to self-determination",
            (CallFor.TerritorialIntegrity, null) => "called for respect for territorial integrity",
            (CallFor.PartInNegotiations, null) => $"called for {names.Polity} to take part in settlement negotiations",
            (_, null) => $"called for support for {names.Polity}",
            (CallFor.Recognition, { } upon) => $"called on {names.AllOf(upon)} to recognise {names.Polity}",
            (CallFor.NonRecognition, { } upon) => $"called on {names.AllOf(upon)} not to recognise {names.Polity}",
            (CallFor.SelfDetermination, { } upon) =>
                $"called on {names.AllOf(upon)} to respect the right of {names.Polity} to self-determination",
            (CallFor.TerritorialIntegrity, { } upon) => $"called on {names.AllOf(upon)} to respect territorial integrity",
            (CallFor.PartInNegotiations, { } upon) =>
                $"called on {names.AllOf(upon)} to let {names.Polity} take part in settlement negotiations",
            (_, { } upon) => $"called on {names.AllOf(upon)} to support {names.Polity}",
        };
        return $"{names[Actor]} {call}{ParticularsInWords(names)}";
    }
}
