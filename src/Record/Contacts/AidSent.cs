using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Contacts;

/// <summary>An amount, as its source gives it.</summary>
public sealed record Quantity
{
    public required int Amount { get; init; }

    /// <summary>The unit: <c>tonnes</c>.</summary>
    public required string Unit { get; init; }
}

/// <summary>Aid was sent by the polity, or to it.</summary>
public sealed record AidSent : Fact
{
    public required Party From { get; init; }

    public required Party To { get; init; }

    /// <summary>The places that it was for, if the source names them.</summary>
    public IReadOnlyList<Party>? Places { get; init; }

    /// <summary>What kind of aid: <c>humanitarian</c>, <c>financial</c>.</summary>
    public string? Aid { get; init; }

    public Quantity? Quantity { get; init; }

    /// <summary>The party through which it was sent.</summary>
    public Party? Through { get; init; }

    public override IEnumerable<Party> Parties() => [From, To, .. Places ?? [], .. Through is null ? [] : new[] { Through }];

    public override string InWords(PartyNames names) =>
        $"{names[From]} sent {(Quantity is { } much ? $"{much.Amount} {much.Unit} of " : "")}{(Aid is null ? "" : $"{Aid} ")}aid to {names[To]}"
        + $"{(Places is { Count: > 0 } ? $" ({names.AllOf(Places)})" : "")}{names.After("through", Through)}";
}
