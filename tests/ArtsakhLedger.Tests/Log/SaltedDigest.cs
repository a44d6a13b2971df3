using System.Security.Cryptography;
using System.Text;
using TransparencyLog;

namespace ArtsakhLedger.Tests.Log;

/// <summary>What a stranger computes with the salt of a receipt.</summary>
public static class SaltedDigest
{
    /// <summary>SHA-256(salt ‖ RFC 8785 form), in hexadecimal.</summary>
    public static string Of(string salt, string json) =>
        Convert.ToHexStringLower(
            SHA256.HashData([.. Convert.FromHexString(salt), .. CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(json))])
        );
}
