using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Contacts;

/// <summary>Somebody made a statement about the polity's foreign relations. It is the speaker's position only.</summary>
public sealed record StatementMade : Fact
{
    /// <summary>Who made it.</summary>
    public required Party By { get; init; }

    /// <summary>In what office, as the source gives it.</summary>
    public string? Capacity { get; init; }

    /// <summary>What was stated, in the record's own words.</summary>
    public required string Says { get; init; }

    /// <summary>The states and bodies that it was about, besides the polity.</summary>
    public IReadOnlyList<Party>? Regarding { get; init; }

    public override IEnumerable<Party> Parties() => [By, .. Regarding ?? []];

    public override string InWords(PartyNames names) => $"{names[By]}{(Capacity is null ? "" : $", {Capacity},")} made a statement: {Says}";
}
