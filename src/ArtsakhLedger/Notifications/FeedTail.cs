namespace ArtsakhLedger.Notifications;

/// <summary>How far the feed has come, shared by all its readers on this node. Immutable.</summary>
/// <param name="Last">The last position that it knows of.</param>
/// <param name="Newest">The events of the page that this position is in, up to it.</param>
/// <param name="Beat">Counts heartbeats, so that a connection without events knows when to send one.</param>
public sealed record FeedTail(long Last, IReadOnlyList<byte[]> Newest, int Beat)
{
    /// <summary>Before the feed has looked for the first time.</summary>
    public static FeedTail Nothing { get; } = new(0, [], 0);
}
