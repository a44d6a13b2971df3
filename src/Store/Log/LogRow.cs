namespace ArtsakhLedger.Log;

/// <summary>What the ledger keeps of the log with an event, in the same row as its position.</summary>
/// <param name="Leaf">The leaf, byte by byte as the tree holds it.</param>
/// <param name="Salt">The salt of its digests.</param>
/// <param name="Nodes">The hashes of the perfect subtrees that this leaf completes, one after the other: its own first, then of each level
/// above. So each hash of the tree is stored once, with the event that fixed it, and is never changed.</param>
public sealed record LogRow(byte[] Leaf, byte[] Salt, byte[] Nodes);
