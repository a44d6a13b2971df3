using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace ArtsakhLedger.Pages;

/// <summary>Text from the record, isolated so that right-to-left text does not reorder what stands around it. Plain ASCII needs no isolation.</summary>
public static class RecordText
{
    /// <summary>The text as an element of a page.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Its language, a BCP 47 tag; null where it is not known.</param>
    public static RenderFragment Of(string? text, string? language = null) =>
        builder =>
        {
            if (language is null && IsPlain(text))
            {
                builder.AddContent(3, text);
                return;
            }

            builder.OpenElement(0, "bdi");
            builder.AddAttribute(1, "lang", language);
            builder.AddContent(2, Shown(text));
            builder.CloseElement();
        };

    /// <summary>The text with bidirectional embeddings, overrides and isolates (U+202A to U+202E, U+2066 to U+2069) shown by their numbers rather than
    /// applied.</summary>
    public static string Shown(string? text)
    {
        if (text is null || text.AsSpan().IndexOfAnyInRange('\u202A', '\u2069') < 0)
        {
            return text ?? "";
        }

        var shown = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
                ? shown.Append(CultureInfo.InvariantCulture, $"[U+{(int)character:X4}]")
                : shown.Append(character);
        }

        return shown.ToString();
    }

    /// <summary>Whether the text needs no isolation.</summary>
    public static bool IsPlain(string? text) => Ascii.IsValid(text);
}
