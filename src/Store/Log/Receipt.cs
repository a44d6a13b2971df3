using System.Text;
using TransparencyLog;

namespace ArtsakhLedger.Log;

/// <summary>What the author of a fact gets: enough to prove to anyone, without this service, that the ledger has the fact.</summary>
/// <param name="Leaf">The event's leaf in the log, in canonical JSON.</param>
/// <param name="Salt">The salt of the leaf's digests, in hexadecimal. SHA-256 over these bytes and the RFC 8785 form of the event's body is the leaf's
/// <c>bodySha256</c>; over them and that of the author it is <c>authorSha256</c>.</param>
/// <param name="Proof">A C2SP tlog-proof, from the leaf to a signed checkpoint.</param>
public sealed record Receipt(string Leaf, string Salt, string Proof)
{
    internal static Receipt Of(byte[] leaf, byte[] salt, InclusionProof proof, SignedNote checkpoint) =>
        new(Encoding.UTF8.GetString(leaf), Convert.ToHexStringLower(salt), new TlogProof(proof.Index, proof.Hashes, checkpoint).ToString());
}
