using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Contacts;

/// <summary>Weapons were supplied to the polity or to a side in a conflict with it.</summary>
public sealed record ArmsSupplied : Fact
{
    public required Party From { get; init; }

    public required Party To { get; init; }

    /// <summary>The conflict in which it happened, as the source calls it, if it gives no date.</summary>
    public string? During { get; init; }

    public override IEnumerable<Party> Parties() => [From, To];

    public override string InWords(PartyNames names) =>
        $"{names[From]} supplied arms to {names[To]}{(During is null ? "" : $" during {Article.InText(EntityKind.Group, During)}")}";
}
