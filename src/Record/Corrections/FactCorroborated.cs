using ArtsakhLedger.Facts;
using ArtsakhLedger.Recognitions;

namespace ArtsakhLedger.Corrections;

/// <summary>A further source says the same. It makes the same claim for that source, with the source's own date if it gives one. What it says
/// differently of one act, such as another count of votes, stands beside what the fact says.</summary>
public sealed record FactCorroborated : AboutFact
{
    /// <summary>The count of votes on the act as this source gives it.</summary>
    public Votes? Votes { get; init; }

    /// <summary>True if this source says that the vote was unanimous.</summary>
    public bool? Unanimous { get; init; }

    /// <summary>What the act is called where it was made, as this source gives it.</summary>
    public string? Measure { get; init; }

    /// <summary>The chamber that acted, as this source gives it.</summary>
    [OfKind(EntityKind.Chamber, EntityKind.Legislature)]
    public Party? Chamber { get; init; }

    public override IEnumerable<Party> Parties() => Chamber is null ? [] : [Chamber];

    public override IEnumerable<(string Name, object? Value)> Details() =>
        [("chamber", Chamber), ("votes", Votes), ("unanimous", Unanimous), ("measure", Measure)];
}
