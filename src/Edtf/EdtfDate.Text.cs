using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Edtf;

/// <content>Parsing and formatting, as characters and as UTF-8.</content>
public readonly partial struct EdtfDate : ISpanParsable<EdtfDate>, IUtf8SpanParsable<EdtfDate>, ISpanFormattable, IUtf8SpanFormattable
{
    private int MaxTextLength => EdtfFormatter.MaxDateLength * (compound is SetMembers set ? (2 * set.Members.Length) + 1 : 2);

    /// <summary>Parses an expression of any level.</summary>
    /// <param name="s">The text to parse, which must not contain spaces.</param>
    /// <returns>The expression.</returns>
    /// <exception cref="EdtfFormatException">
    /// The text is not valid EDTF, has a day that does not exist, or ends before it starts.
    /// </exception>
    public static EdtfDate Parse(ReadOnlySpan<char> s) =>
        TryParse(s, out var result, out var error) ? result : throw new EdtfFormatException(error);

    /// <inheritdoc cref="Parse(ReadOnlySpan{char})"/>
    public static EdtfDate Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan());
    }

    /// <summary>Parses a UTF-8 encoded expression of any level.</summary>
    /// <param name="utf8Text">The text to parse, which must not contain spaces.</param>
    /// <inheritdoc cref="Parse(ReadOnlySpan{char})" path="/returns|/exception"/>
    public static EdtfDate Parse(ReadOnlySpan<byte> utf8Text) =>
        TryParse(utf8Text, out var result, out var error) ? result : throw new EdtfFormatException(error);

    /// <summary>Tries to parse an expression of any level.</summary>
    /// <param name="s">The text to parse, which must not contain spaces.</param>
    /// <param name="result">The expression if parsing succeeded; otherwise the default value.</param>
    /// <param name="error">What is wrong and where if parsing failed; otherwise the default value.</param>
    /// <returns><see langword="true"/> if the text is valid EDTF.</returns>
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

    /// <summary>Tries to parse a UTF-8 encoded expression of any level.</summary>
    /// <param name="utf8Text">The text to parse, which must not contain spaces.</param>
    /// <param name="result">The expression if parsing succeeded; otherwise the default value.</param>
    /// <param name="error">What is wrong and at which byte if parsing failed; otherwise the default value.</param>
    /// <returns><see langword="true"/> if the text is valid EDTF.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out EdtfDate result, out EdtfError error)
    {
        // EDTF is ASCII. Latin-1 maps any other byte to one character that EDTF does not have, so error positions stay right.
        const int MaxStackLength = 256;
        if (utf8Text.Length > MaxLength)
            utf8Text = utf8Text[..(MaxLength + 1)];
        var characters = utf8Text.Length <= MaxStackLength ? stackalloc char[MaxStackLength] : new char[utf8Text.Length];
        var count = Encoding.Latin1.GetChars(utf8Text, characters);
        return TryParse(characters[..count], out result, out error);
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out EdtfDate, out EdtfError)"/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out EdtfDate result) => TryParse(utf8Text, out result, out _);

    /// <summary>
    /// Returns the canonical form, with each qualifier as far right as possible and no minutes in offsets of whole hours.
    /// </summary>
    /// <returns>Text that <see cref="Parse(string)"/> parses to an equal expression.</returns>
    public override string ToString()
    {
        var buffer = compound is null ? stackalloc char[EdtfFormatter.MaxDateLength] : new char[MaxTextLength];
        EdtfFormatter.TryFormat(this, buffer, out var written);
        return new string(buffer[..written]);
    }

    /// <summary>Tries to write the canonical form.</summary>
    /// <param name="destination">The span to write to.</param>
    /// <param name="charsWritten">The number of characters written.</param>
    /// <param name="format">Ignored.</param>
    /// <param name="provider">Ignored.</param>
    /// <returns><see langword="true"/> if the text fits into <paramref name="destination"/>.</returns>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        EdtfFormatter.TryFormat(this, destination, out charsWritten);

    /// <summary>Tries to write the canonical form as UTF-8.</summary>
    /// <param name="utf8Destination">The span to write to.</param>
    /// <param name="bytesWritten">The number of bytes written.</param>
    /// <param name="format">Ignored.</param>
    /// <param name="provider">Ignored.</param>
    /// <returns><see langword="true"/> if the text fits into <paramref name="utf8Destination"/>.</returns>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var buffer = compound is null ? stackalloc char[EdtfFormatter.MaxDateLength] : new char[MaxTextLength];
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
