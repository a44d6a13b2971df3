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

    /// <summary>What it was that ended, if not a twinning.</summary>
    public TwinningForm? Form { get; init; }

    /// <summary>The party whose act it was, such as a court or a city.</summary>
    public Party? By { get; init; }

    public override IEnumerable<Party> Parties() => By is null ? base.Parties() : [.. base.Parties(), By];

    protected override EpisodeRole Role => EpisodeRole.Closes;

    public override string InWords(PartyNames names) =>
        $"The {FormInWords} of {names[Town]} and {names[Partner]} was {How.ToString().ToLowerInvariant()}{names.After("by", By)}";

    private string FormInWords =>
        Form switch
        {
            TwinningForm.FriendshipCharter => "friendship charter",
            TwinningForm.FriendshipDeclaration => "declaration of friendship",
            TwinningForm.FriendshipCity => "friendship",
            _ => "twinning",
        };
}
