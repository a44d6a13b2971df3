namespace ArtsakhLedger.Notifications;

/// <summary>How far the feed has come: the same for everybody who follows it on this node. Immutable.</summary>
/// <param name="Last">The last position that it knows of.</param>
/// <param name="Newest">The events of the page that this position is in, up to it.</param>
/// <param name="Beat">Counts heartbeats, so that whoever has nothing else to say knows when to give a sign of life.</param>
public sealed record FeedTail(long Last, IReadOnlyList<byte[]> Newest, int Beat)
{
    /// <summary>Before the feed has looked for the first time.</summary>
    public static FeedTail Nothing { get; } = new(0, [], 0);
}
