using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Contacts;

/// <summary>A representative of the polity visited a country or a body, or somebody visited the polity.</summary>
public sealed record VisitMade : Fact
{
    public required Party Visitor { get; init; }

    /// <summary>The country or body that was visited.</summary>
    public required Party To { get; init; }

    /// <summary>The place, if the source gives more than the country.</summary>
    public Party? Place { get; init; }

    /// <summary>What it was about, in a few words.</summary>
    public string? Subject { get; init; }

    public override IEnumerable<Party> Parties() => Place is null ? [Visitor, To] : [Visitor, To, Place];

    public override string InWords(PartyNames names) =>
        $"{names[Visitor]} visited {names[To]}{names.After("in", Place)}{(Subject is null ? "" : $": {Subject}")}";
}
