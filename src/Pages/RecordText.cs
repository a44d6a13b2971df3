using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace ArtsakhLedger.Pages;

/// <summary>A text that comes from the record, set apart so that whatever its direction is, it moves nothing around it. Characters
/// that would change the direction of what follows are shown instead of obeyed. One of ASCII alone runs as the page does, and the page is shorter without the marks.</summary>
public static class RecordText
{
    /// <summary>The text as a page shows it.</summary>
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

    /// <summary>The text with embeddings, overrides and isolates of direction (U+202A to U+202E, U+2066 to U+2069) shown by their numbers. Marks of
    /// direction, which move nothing but themselves, stay.</summary>
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

    /// <summary>Whether it needs not be set apart: all that might run the other way around it is.</summary>
    public static bool IsPlain(string? text) => Ascii.IsValid(text);
}
