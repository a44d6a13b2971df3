using System.Security.Cryptography;
using System.Text;
using ArtsakhLedger.Unicode;

namespace ArtsakhLedger.Sources;

/// <summary>Cuts a text into passages: sentences, headings and table cells. Each sentence of a list item is a passage. White space, list
/// markers, cell borders, and anything without a letter or digit belong to no passage.</summary>
public static class PassageCutter
{
    private const string SentenceEnds = ".!?…։";
    private const string Closers = "\"'”’»)]";
    private const string Openers = "\"'“‘«([";

    /// <summary>Words whose full stop does not end a sentence. That of an initial ("U.S.", "D.C.") does so only at the end of a line.</summary>
    private static readonly HashSet<string> Abbreviations =
    [
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Prof",
        "St",
        "Gen",
        "Col",
        "Rep",
        "Sen",
        "Gov",
        "No",
        "vs",
    ];

    /// <summary>The passages of a text in order.</summary>
    /// <param name="text">The text; it is converted to NFC first.</param>
    public static IReadOnlyList<Passage> Cut(string text)
    {
        text = NormalForm.Compose(text);
        var passages = new List<Passage>();
        var (counted, codePoints) = (0, 0);
        foreach (var range in LinesOf(text).SelectMany(line => PartsOf(text, line)))
        {
            var (start, length) = Trim(text, range);
            if (!text.AsSpan(start, length).ToString().EnumerateRunes().Any(Rune.IsLetterOrDigit))
            {
                continue;
            }

            codePoints += text[counted..start].EnumerateRunes().Count();
            counted = start;
            var words = text.Substring(start, length);
            passages.Add(
                new()
                {
                    Start = codePoints,
                    Length = words.EnumerateRunes().Count(),
                    Sha256 = DigestOf(words),
                }
            );
        }

        return passages;
    }

    /// <summary>The digest of a passage.</summary>
    internal static string DigestOf(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));

    private static IEnumerable<(int Start, int Length)> LinesOf(string text)
    {
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start) is var at && at < 0 ? text.Length : at;
            yield return Trim(text, (start, end - start));
            start = end + 1;
        }
    }

    private static IEnumerable<(int Start, int Length)> PartsOf(string text, (int Start, int Length) line)
    {
        var words = text.AsSpan(line.Start, line.Length);
        return words is ['|', ..] ? CellsOf(text, line)
            : words is ['=', .., '='] ? [line]
            : SentencesOf(text, WithoutMarker(text, line));
    }

    private static IEnumerable<(int Start, int Length)> CellsOf(string text, (int Start, int Length) line)
    {
        var end = line.Start + line.Length;
        for (var start = line.Start + 1; start < end; )
        {
            var border = text.IndexOf('|', start, end - start) is var at && at < 0 ? end : at;
            yield return (start, border - start);
            start = border + 1;
        }
    }

    private static (int Start, int Length) WithoutMarker(string text, (int Start, int Length) line)
    {
        var length = text.AsSpan(line.Start, line.Length).IndexOfAnyExcept("-*#•–");
        return length > 0 && char.IsWhiteSpace(text[line.Start + length]) ? (line.Start + length, line.Length - length) : line;
    }

    private static IEnumerable<(int Start, int Length)> SentencesOf(string text, (int Start, int Length) line)
    {
        var (start, end) = (line.Start, line.Start + line.Length);
        for (var at = start; at < end; at++)
        {
            if (!SentenceEnds.Contains(text[at]))
            {
                continue;
            }

            var after = at + 1;
            while (after < end && (Closers.Contains(text[after]) || SentenceEnds.Contains(text[after])))
            {
                after++;
            }

            if (
                after < end
                && char.IsWhiteSpace(text[after])
                && BeginsSentence(text[after..end])
                && !IsAbbreviated(text[start..at], text[at])
            )
            {
                yield return (start, after - start);
                start = after;
            }

            at = after - 1;
        }

        yield return (start, end - start);
    }

    private static bool BeginsSentence(string rest)
    {
        var first = rest.FirstOrDefault(c => !char.IsWhiteSpace(c) && !Openers.Contains(c));
        return first != '\0' && !char.IsLower(first) && !char.IsPunctuation(first);
    }

    private static bool IsAbbreviated(string sentence, char mark)
    {
        if (mark != '.')
        {
            return false;
        }

        var word = new string([.. sentence.Reverse().TakeWhile(char.IsLetter).Reverse()]);
        return (word.Length == 1 && char.IsUpper(word[0])) || Abbreviations.Contains(word);
    }

    private static (int Start, int Length) Trim(string text, (int Start, int Length) range)
    {
        var (start, end) = (range.Start, range.Start + range.Length);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return (start, end - start);
    }
}
