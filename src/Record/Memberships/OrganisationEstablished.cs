using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Memberships;

/// <summary>An organisation connected with the polity was established.</summary>
public sealed record OrganisationEstablished : Fact
{
    [OfKind(EntityKind.Organisation)]
    public required Party Organisation { get; init; }

    /// <summary>The parties that established it.</summary>
    public IReadOnlyList<Party>? By { get; init; }

    /// <summary>The place where it was established.</summary>
    public Party? Place { get; init; }

    public override IEnumerable<Party> Parties() => [Organisation, .. By ?? [], .. Place is null ? [] : new[] { Place }];

    public override string InWords(PartyNames names) =>
        $"{names[Organisation]} was established{(By is { Count: > 0 } ? $" by {names.AllOf(By)}" : "")}{names.After("in", Place)}";
}
