using System.Buffers;
using System.Globalization;
using System.Text;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Unicode;

namespace ArtsakhLedger.Ledger;

/// <summary>What a ledger is called on its pages, in citations and in exports, such as "Foreign relations of Somaliland".</summary>
public sealed record LedgerName
{
    /// <summary>The most characters that a name may have: as many as fit into a title.</summary>
    public const int MaximumLength = 100;

    private const string Program = "ArtsakhLedger";

    // They are markup to a browser, to TeX or in Markdown.
    private static readonly SearchValues<char> Markup = SearchValues.Create("<>{}\\`");

    private LedgerName(string text) => Text = text;

    /// <summary>The name of a ledger that was given none: the program's.</summary>
    public static LedgerName Default { get; } = new(Program);

    /// <summary>The name.</summary>
    public string Text { get; }

    /// <summary>Whether it is a name of the ledger's own, rather than the program's.</summary>
    public bool IsOwn => this != Default;

    /// <summary>The name in lower-case ASCII letters, digits and hyphens, for keys and folders.</summary>
    public string InAscii => NameSlug.Of(Text);

    /// <summary>Reads a name, without the white space around it.</summary>
    /// <exception cref="UnusableLedgerNameException">It cannot be a name; the message says why.</exception>
    public static LedgerName From(string? text)
    {
        var name = NormalForm.Compose((text ?? "").Trim());
        if (!name.Any(char.IsLetterOrDigit))
        {
            throw new UnusableLedgerNameException("A ledger's name has a letter or a digit at least.");
        }

        if (name.Length > MaximumLength)
        {
            throw new UnusableLedgerNameException($"The ledger's name has {name.Length} characters; {MaximumLength} are allowed.");
        }

        if (name.AsSpan().IndexOfAny(Markup) is >= 0 and var at)
        {
            throw new UnusableLedgerNameException(
                $"The ledger's name has the character {name[at]}. It stands on pages and in citations, where that would be markup."
            );
        }

        return name.EnumerateRunes().All(IsVisible)
            ? new(name)
            : throw new UnusableLedgerNameException(
                "The ledger's name has a line break, or a character that is invisible or changes the direction of writing."
            );
    }

    public override string ToString() => Text;

    /// <summary>Whether a character can be seen, or joins letters as some scripts need. Half a surrogate pair is read as U+FFFD.</summary>
    private static bool IsVisible(Rune rune) =>
        rune.Value is 0x200C or 0x200D
        || (
            rune.Value != 0xFFFD
            && Rune.GetUnicodeCategory(rune)
                is not (
                    UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned
                )
        );
}
