using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Contacts;

/// <summary>A source says in general what relations or contacts there were. It dates nothing and opens nothing.</summary>
public sealed record RelationsDescribed : Fact
{
    /// <summary>The other side.</summary>
    public required Party With { get; init; }

    /// <summary>Who of the polity, where it was not the polity as such.</summary>
    public Party? Of { get; init; }

    /// <summary>What they were, as near to the source's terms as a few words allow.</summary>
    public required string As { get; init; }

    public override IEnumerable<Party> Parties() => Of is null ? [With] : [With, Of];

    public override string InWords(PartyNames names) => $"{names.OrPolity(Of)} and {names[With]}: {As}";
}
