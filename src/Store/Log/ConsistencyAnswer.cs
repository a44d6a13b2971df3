using TransparencyLog;

namespace ArtsakhLedger.Log;

/// <summary>The tree of the log at one size.</summary>
/// <param name="Size">The number of its leaves.</param>
/// <param name="Root">The hash of its root, in base64.</param>
public sealed record TreeAnswer(long Size, string Root)
{
    public static TreeAnswer Of(TreeHead head) => new(head.Size, head.Root.ToBase64());
}

/// <summary>A proof that a tree contains an earlier one.</summary>
/// <param name="From">The earlier tree.</param>
/// <param name="To">The later tree.</param>
/// <param name="Proof">The hashes of the proof in base64, in the order of RFC 9162.</param>
public sealed record ConsistencyAnswer(TreeAnswer From, TreeAnswer To, IReadOnlyList<string> Proof);
