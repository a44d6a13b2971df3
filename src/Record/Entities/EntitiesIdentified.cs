using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Entities;

/// <summary>Two ids are the same entity. From now on answers use the second, and the first is found as another name of it.</summary>
public sealed record EntitiesIdentified : Fact
{
    /// <summary>The id that is merged into the other.</summary>
    public required string Entity { get; init; }

    /// <summary>The id that remains.</summary>
    public required string SameAs { get; init; }

    public override string StreamName() => $"entity/{Entity}";

    public override IEnumerable<string> Describes() => [Entity, SameAs];

    public override IEnumerable<Party> Parties() => [Entity, SameAs];
}
