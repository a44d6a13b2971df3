using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Towns;

/// <summary>How a twinning ended.</summary>
public enum TwinningEnd
{
    Annulled,
    Suspended,
    Dissolved,
}

/// <summary>A twinning ended, or was suspended.</summary>
public sealed record TwinningEnded : TwinningFact
{
    public required TwinningEnd How { get; init; }

    /// <summary>The party whose act it was, such as a court or a city.</summary>
    public Party? By { get; init; }

    public override IEnumerable<Party> Parties() => By is null ? base.Parties() : [.. base.Parties(), By];

    protected override EpisodeRole Role => EpisodeRole.Closes;

    public override string InWords(PartyNames names) =>
        $"The twinning of {names[Town]} and {names[Partner]} was {How.ToString().ToLowerInvariant()}{names.After("by", By)}";
}
