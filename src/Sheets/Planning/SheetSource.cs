using System.Globalization;
using System.Text.Json.Nodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Sheets.Reading;
using ArtsakhLedger.Sources;
using ArtsakhLedger.State;

namespace ArtsakhLedger.Sheets.Planning;

/// <summary>The sheet itself as a source: its text is archived, and each row is cited by its number.</summary>
internal sealed class SheetSource
{
    private const int LongestName = 60;
    private const int DigestLength = 8;
    private const int LongestQuote = 1000;
    private const int LongestPrefix = 500;

    // So many characters are looked through for quotes that may stand more than once. The places of the rest tell them apart all the same.
    private const long MostCompared = 2_000_000_000;

    private readonly Repeats repeats;
    private long compared;

    public SheetSource(SheetTable table, string? title)
    {
        Text = SnapshotText.Of(table.Text);
        repeats = new(Text.Words(0, Text.Length));
        var name = NameSlug.Of(Path.GetFileNameWithoutExtension(table.FileName));
        var id = $"sheet-{name[..Math.Min(name.Length, LongestName)].Trim('-')}-{Text.Sha256[..DigestLength]}";
        var passages = Text.Passages();
        Source = new()
        {
            Id = SourceArchived.FactIdOf(id),
            Source = id,
            Csl = new JsonObject { ["type"] = "dataset", ["title"] = title is { Length: > 0 } ? title : table.FileName },
            Snapshots =
            [
                new()
                {
                    Sha256 = Text.Sha256,
                    Length = Text.Length,
                    Passages = passages.Count <= Snapshot.MaximumPassages ? passages : [],
                },
            ],
            Reason = "the sheet from whose rows facts were taken",
        };
    }

    /// <summary>The text that is archived.</summary>
    public SnapshotText Text { get; }

    /// <summary>The description of the source.</summary>
    public SourceArchived Source { get; }

    /// <summary>Cites a row: its number and its first words.</summary>
    public Citation Cite(SheetRow row)
    {
        var line = row.Line;
        var begin = line.Length - line.AsSpan().TrimStart().Length;
        var quote = FirstWords(line[begin..]);
        var start = row.Start + line[..begin].EnumerateRunes().Count();
        return new()
        {
            Source = Source.Source,
            Quote = quote,
            Prefix = StandsOnce(quote) ? null : WordsBefore(start),
            Start = start,
            End = start + quote.EnumerateRunes().Count(),
            Locator = string.Create(CultureInfo.InvariantCulture, $"row {row.Number}"),
        };
    }

    /// <summary>The first words of a text, as many as a quote may have.</summary>
    public static string FirstWords(string text)
    {
        var (words, end) = (0, 0);
        for (var i = 0; i < text.Length && i < LongestQuote; i++)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                continue;
            }

            if (i == 0 || char.IsWhiteSpace(text[i - 1]))
            {
                if (++words > Citation.MaximumWords)
                {
                    break;
                }
            }

            end = i + 1;
        }

        return text[..(end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)];
    }

    private bool StandsOnce(string quote)
    {
        if (repeats.StandsOnce(quote) || compared > MostCompared)
        {
            return true;
        }

        compared += Text.Length;
        return Text.PlacesOf(quote).Take(2).Count() == 1;
    }

    /// <summary>The words right before a row, which tell it from others like it; null at the beginning.</summary>
    private string? WordsBefore(int start)
    {
        var before = Text.Words(Math.Max(0, start - (LongestPrefix / 2)), start).TrimEnd();
        var (words, at) = (0, before.Length);
        while (at > 0)
        {
            if (
                !char.IsWhiteSpace(before[at - 1])
                && (at == before.Length || char.IsWhiteSpace(before[at]))
                && ++words > Citation.MaximumWordsBeside
            )
            {
                break;
            }

            at--;
        }

        return before[at..].Trim() is { Length: > 0 } prefix ? prefix : null;
    }
}
