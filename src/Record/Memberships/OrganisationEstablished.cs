using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Memberships;

/// <summary>An organisation that the polity had to do with was established.</summary>
public sealed record OrganisationEstablished : Fact
{
    [OfKind(EntityKind.Organisation)]
    public required Party Organisation { get; init; }

    /// <summary>Who established it.</summary>
    public IReadOnlyList<Party>? By { get; init; }

    /// <summary>Where.</summary>
    public Party? Place { get; init; }

    public override IEnumerable<Party> Parties() => [Organisation, .. By ?? [], .. Place is null ? [] : new[] { Place }];

    public override string InWords(PartyNames names) =>
        $"{names[Organisation]} was established{(By is { Count: > 0 } ? $" by {names.AllOf(By)}" : "")}{names.After("in", Place)}";
}
