namespace ArtsakhLedger.Log;

/// <summary>The part of the log that is stored with an event, in the same row as its position.</summary>
/// <param name="Leaf">The bytes of the leaf.</param>
/// <param name="Salt">The salt of its digests.</param>
/// <param name="Nodes">The concatenated hashes of the perfect subtrees that this leaf completes, its own first, then one for each level above.
/// Each hash of the tree is thus stored once and never changes.</param>
public sealed record LogRow(byte[] Leaf, byte[] Salt, byte[] Nodes);
