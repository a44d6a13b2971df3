using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Contacts;

/// <summary>A source says in general what relations or contacts there were. It opens no episode.</summary>
public sealed record RelationsDescribed : Fact
{
    /// <summary>The other side.</summary>
    public required Party With { get; init; }

    /// <summary>The body or person of the polity, if it was not the polity as such.</summary>
    public Party? Of { get; init; }

    /// <summary>What they were, in a few words close to the source's.</summary>
    public required string As { get; init; }

    public override IEnumerable<Party> Parties() => Of is null ? [With] : [With, Of];

    public override string InWords(PartyNames names) => $"{names.OrPolity(Of)} and {names[With]}: {As}";
}
