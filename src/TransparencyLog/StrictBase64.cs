namespace TransparencyLog;

/// <summary>Base64 with padding and without white space, each value in the one way that an encoder writes it (RFC 4648, section 4).</summary>
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
