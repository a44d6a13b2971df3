namespace TransparencyLog;

/// <summary>
/// Canonicalizes JSON as specified in RFC 8785 (JSON Canonicalization Scheme), so that equal JSON values have equal hashes.
/// </summary>
public static class CanonicalJson
{
    /// <summary>Returns the canonical form of a JSON value.</summary>
    /// <param name="json">The JSON in UTF-8.</param>
    /// <returns>The canonical form in UTF-8.</returns>
    /// <exception cref="CanonicalJsonException">
    /// The text is not valid JSON, or contains a lone surrogate, a duplicate property name, or a number too large for a
    /// <see cref="double"/>.
    /// </exception>
    public static byte[] Canonicalize(ReadOnlySpan<byte> json) => new CanonicalJsonWriter(strict: false).Write(json).ToArray();

    /// <summary>Returns the canonical form of a JSON value that any JSON reader and database preserves exactly.</summary>
    /// <inheritdoc cref="Canonicalize" path="/param|/returns"/>
    /// <exception cref="CanonicalJsonException">
    /// The value has no canonical form (see <see cref="Canonicalize"/>), or contains a number beyond ±2^53, where a <see cref="double"/> cannot
    /// represent every integer, or the character U+0000, which some databases (such as PostgreSQL) cannot store.
    /// </exception>
    public static byte[] CanonicalizeStrict(ReadOnlySpan<byte> json) => new CanonicalJsonWriter(strict: true).Write(json).ToArray();
}
