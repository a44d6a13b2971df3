namespace ArtsakhLedger.Notifications;

/// <summary>The newest part of the feed, shared by all its readers on this node. Immutable.</summary>
/// <param name="Last">The last known position.</param>
/// <param name="Newest">The events of the last position's page, up to that position.</param>
/// <param name="Beat">Counts heartbeats, so that a connection without events knows when to send one.</param>
public sealed record FeedTail(long Last, IReadOnlyList<byte[]> Newest, int Beat)
{
    /// <summary>The state before the feed has read anything.</summary>
    public static FeedTail Nothing { get; } = new(0, [], 0);
}
