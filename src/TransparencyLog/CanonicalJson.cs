namespace TransparencyLog;

/// <summary>JSON in the one form that RFC 8785 (JSON Canonicalization Scheme) gives it, so that a hash of it is a hash of what it says.</summary>
public static class CanonicalJson
{
    /// <summary>The canonical form.</summary>
    /// <param name="json">JSON in UTF-8.</param>
    /// <returns>The canonical form in UTF-8.</returns>
    /// <exception cref="CanonicalJsonException">It is no JSON, or has a lone surrogate, a name twice in one object, or a number beyond a double.</exception>
    public static byte[] Of(ReadOnlySpan<byte> json) => new CanonicalJsonWriter(exact: false).Write(json).ToArray();

    /// <summary>The canonical form of JSON that every reader and store keeps exactly.</summary>
    /// <inheritdoc cref="Of" path="/param|/returns"/>
    /// <exception cref="CanonicalJsonException">As for <see cref="Of"/>; also numbers beyond ±2^53, whose neighbours are not told apart, and
    /// U+0000, which PostgreSQL does not keep.</exception>
    public static byte[] OfExact(ReadOnlySpan<byte> json) => new CanonicalJsonWriter(exact: true).Write(json).ToArray();
}
