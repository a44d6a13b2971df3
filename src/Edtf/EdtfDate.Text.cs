using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Edtf;

/// <content>Reading and writing the expression as text, in characters and in UTF-8.</content>
public readonly partial struct EdtfDate : ISpanParsable<EdtfDate>, IUtf8SpanParsable<EdtfDate>, ISpanFormattable, IUtf8SpanFormattable
{
    private int MostCharacters => EdtfFormatter.MostCharactersOfDate * (compound is SetMembers set ? (2 * set.Members.Length) + 1 : 2);

    /// <summary>Reads an expression of any level.</summary>
    /// <param name="s">The text; spaces are never allowed.</param>
    /// <returns>The expression.</returns>
    /// <exception cref="EdtfFormatException">The text is not EDTF, names a day that does not exist, or ends before it starts.</exception>
    public static EdtfDate Parse(ReadOnlySpan<char> s) =>
        TryParse(s, out var result, out var error) ? result : throw new EdtfFormatException(error);

    /// <inheritdoc cref="Parse(ReadOnlySpan{char})"/>
    public static EdtfDate Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan());
    }

    /// <summary>Reads an expression of any level from UTF-8, as <see cref="Parse(ReadOnlySpan{char})"/> does.</summary>
    /// <inheritdoc cref="Parse(ReadOnlySpan{char})"/>
    public static EdtfDate Parse(ReadOnlySpan<byte> utf8Text) =>
        TryParse(utf8Text, out var result, out var error) ? result : throw new EdtfFormatException(error);

    /// <summary>Reads an expression of any level, without throwing.</summary>
    /// <param name="s">The text; spaces are never allowed.</param>
    /// <param name="result">The expression, or the default where the text is not one.</param>
    /// <param name="error">What is wrong and where, or the default where nothing is.</param>
    /// <returns>Whether the text is EDTF.</returns>
    public static bool TryParse(ReadOnlySpan<char> s, out EdtfDate result, out EdtfError error)
    {
        var parser = new EdtfParser(s);
        var isParsed = parser.TryParse(out result);
        error = parser.Error;
        return isParsed;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out EdtfDate, out EdtfError)"/>
    public static bool TryParse(ReadOnlySpan<char> s, out EdtfDate result) => TryParse(s, out result, out _);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out EdtfDate, out EdtfError)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, out EdtfDate result) => TryParse(s.AsSpan(), out result, out _);

    /// <summary>Reads an expression of any level from UTF-8, without throwing.</summary>
    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out EdtfDate, out EdtfError)"/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out EdtfDate result, out EdtfError error)
    {
        // EDTF is ASCII. Other bytes become characters that it does not have, each where its byte was, so positions hold.
        const int MostOnStack = 256;
        if (utf8Text.Length > MaxLength)
            utf8Text = utf8Text[..(MaxLength + 1)];
        var characters = utf8Text.Length <= MostOnStack ? stackalloc char[MostOnStack] : new char[utf8Text.Length];
        var count = Encoding.Latin1.GetChars(utf8Text, characters);
        return TryParse(characters[..count], out result, out error);
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out EdtfDate, out EdtfError)"/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out EdtfDate result) => TryParse(utf8Text, out result, out _);

    /// <summary>The canonical form: each qualifier as far to the right as it will go, an offset of whole hours without minutes.</summary>
    /// <returns>The text, which <see cref="Parse(string)"/> reads back as an equal expression.</returns>
    public override string ToString()
    {
        var buffer = compound is null ? stackalloc char[EdtfFormatter.MostCharactersOfDate] : new char[MostCharacters];
        EdtfFormatter.TryFormat(this, buffer, out var written);
        return new string(buffer[..written]);
    }

    /// <summary>Writes the canonical form.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="charsWritten">How many characters were written.</param>
    /// <param name="format">Without meaning.</param>
    /// <param name="provider">Without meaning.</param>
    /// <returns>Whether it fitted.</returns>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        EdtfFormatter.TryFormat(this, destination, out charsWritten);

    /// <summary>Writes the canonical form as UTF-8.</summary>
    /// <param name="utf8Destination">Where to.</param>
    /// <param name="bytesWritten">How many bytes were written.</param>
    /// <param name="format">Without meaning.</param>
    /// <param name="provider">Without meaning.</param>
    /// <returns>Whether it fitted.</returns>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var buffer = compound is null ? stackalloc char[EdtfFormatter.MostCharactersOfDate] : new char[MostCharacters];
        EdtfFormatter.TryFormat(this, buffer, out var written);
        return Encoding.ASCII.TryGetBytes(buffer[..written], utf8Destination, out bytesWritten);
    }

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    static EdtfDate IParsable<EdtfDate>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<EdtfDate>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EdtfDate result) =>
        TryParse(s, out result);

    static EdtfDate ISpanParsable<EdtfDate>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<EdtfDate>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out EdtfDate result) =>
        TryParse(s, out result);

    static EdtfDate IUtf8SpanParsable<EdtfDate>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => Parse(utf8Text);

    static bool IUtf8SpanParsable<EdtfDate>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out EdtfDate result) =>
        TryParse(utf8Text, out result);
}
