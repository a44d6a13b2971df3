namespace TransparencyLog;

/// <summary>
/// Decodes base64 (RFC 4648, section 4) only if it is exactly what an encoder would write: padded and without white space.
/// </summary>
internal static class StrictBase64
{
    public static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length / 4 * 3];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
            return false;
        Array.Resize(ref bytes, length);
        return Convert.ToBase64String(bytes) == text;
    }
}
