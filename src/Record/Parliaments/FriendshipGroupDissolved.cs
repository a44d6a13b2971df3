using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Parliaments;

/// <summary>A friendship group ended.</summary>
public sealed record FriendshipGroupDissolved : FriendshipGroupFact
{
    protected override EpisodeRole Role => EpisodeRole.Closes;

    public override string InWords(PartyNames names) => $"The friendship group with {names[With]} was dissolved";
}
