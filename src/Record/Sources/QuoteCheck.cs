using ArtsakhLedger.Facts;
using ArtsakhLedger.Unicode;

namespace ArtsakhLedger.Sources;

/// <summary>Checks citations: the source is known, the quote has 1 to 30 words and, if the source has a snapshot, is there at its exact
/// position in code points. A citation names its snapshot unless that is the source's first; if it does not, the quote is searched for in
/// every available text.</summary>
public static class QuoteCheck
{
    private const int PlacesListed = 5;

    /// <summary>Checks a citation. A pure function.</summary>
    /// <param name="citation">The citation.</param>
    /// <param name="source">Its source; null if it is not archived.</param>
    /// <param name="texts">The available texts; those that are not snapshots of the source are ignored.</param>
    public static QuoteFinding Of(Citation citation, SourceArchived? source, IReadOnlyList<SnapshotText> texts)
    {
        citation = citation with
        {
            Quote = NormalForm.Compose(citation.Quote),
            Prefix = citation.Prefix is { } prefix ? NormalForm.Compose(prefix) : null,
            Suffix = citation.Suffix is { } suffix ? NormalForm.Compose(suffix) : null,
        };
        if (source is null)
        {
            return Wrong(
                citation,
                [
                    new("/source", $"the source '{citation.Source}' is not archived; archive it first, or correct the id"),
                    .. ProblemsOfWords(citation),
                ]
            );
        }

        if (source.ExcerptOnly || source.Snapshots.Count == 0)
        {
            return OfExcerpt(citation, source);
        }

        if (citation.Snapshot is not null && source.SnapshotOf(citation) is null)
        {
            return Wrong(
                citation,
                [
                    .. ProblemsOfWords(citation),
                    new(
                        "/snapshot",
                        $"'{citation.Source}' has no snapshot with this digest; name one of {string.Join(", ", source.Snapshots.Select(snapshot => snapshot.Sha256))}, or leave it out"
                    ),
                ]
            );
        }

        IReadOnlyList<Snapshot> snapshots = citation.Snapshot is null ? source.Snapshots : [source.SnapshotOf(citation)!];
        FactProblem[] problems = [.. ProblemsOfWords(citation), .. ProblemsOfPlace(citation, snapshots)];
        return problems.Length > 0
            ? Wrong(citation, problems)
            : OfTexts(
                citation,
                source,
                [.. snapshots.Select(snapshot => texts.FirstOrDefault(text => text.Sha256 == snapshot.Sha256)).OfType<SnapshotText>()]
            );
    }

    /// <summary>Checks a citation without a position, and answers without quoting the texts. A pure function.</summary>
    public static QuoteAnswer Answer(Citation citation, SourceArchived source, IReadOnlyList<SnapshotText> texts)
    {
        var finding = Of(citation, source, texts);
        var (quote, prefix, suffix) = (finding.Citation.Quote, finding.Citation.Prefix, finding.Citation.Suffix);
        var words = WordsIn(quote);
        var isChecked = texts.Count > 0 && !source.ExcerptOnly;
        int? places =
            !isChecked || ProblemsOfWords(finding.Citation).Any() ? null
            : finding.Status == QuoteStatus.Exact ? 1
            : texts[0].PlacesOf(quote, prefix, suffix).Count();
        return new(source.Source, words, isChecked, places, finding.Problems);
    }

    /// <summary>The least number of words that are compared for somebody who may not write: from fewer, a text could be put together.</summary>
    public const int LeastWordsOfReader = 4;

    /// <summary>Checks a citation without a position for somebody who may not write. Words are found only as a whole, and where they are is not told,
    /// so that a text which is not served cannot be put together from answers. A pure function.</summary>
    public static QuoteAnswer AnswerToReader(Citation citation, SourceArchived source, IReadOnlyList<SnapshotText> texts)
    {
        var answer = Answer(citation, source, texts);
        if (answer.Places is null)
        {
            return answer;
        }

        var places = PlacesOfWholeWords(citation, texts);
        return answer with
        {
            Places = places,
            Problems = places switch
            {
                1 => [],
                0 => [new("/quote", "the quote, with the words beside it, is not in the snapshot; copy whole words exactly")],
                _ => [new("/quote", "the quote occurs more than once; give the words right before or after it as prefix or suffix")],
            },
        };
    }

    /// <summary>The number of words of a text.</summary>
    public static int CountWords(string text) => WordsIn(text);

    private static int PlacesOfWholeWords(Citation citation, IReadOnlyList<SnapshotText> texts)
    {
        var (prefix, suffix) = (
            citation.Prefix is { } before ? NormalForm.Compose(before) : null,
            citation.Suffix is { } after ? NormalForm.Compose(after) : null
        );
        var counts = texts
            .Select(text => text.PlacesOf(NormalForm.Compose(citation.Quote), prefix, suffix, wholeWords: true).Count())
            .ToList();
        return counts.Contains(1) ? 1 : counts[0];
    }

    private static QuoteFinding OfExcerpt(Citation citation, SourceArchived source)
    {
        var problems = ProblemsOfWords(citation).ToList();
        foreach (
            var pointer in new[]
            {
                citation.Start is null ? null : "/start",
                citation.End is null ? null : "/end",
                citation.Snapshot is null ? null : "/snapshot",
            }.OfType<string>()
        )
        {
            problems.Add(
                new(
                    pointer,
                    source.ExcerptOnly
                        ? $"'{source.Source}' is known only by an excerpt; leave it out"
                        : $"'{source.Source}' has no snapshot; archive its text, or leave it out"
                )
            );
        }

        return problems.Count > 0 ? Wrong(citation, problems) : new(citation, QuoteStatus.ExcerptOnly, []);
    }

    private static IEnumerable<FactProblem> ProblemsOfWords(Citation citation)
    {
        var words = WordsIn(citation.Quote);
        if (words is 0 or > Citation.MaximumWords)
        {
            yield return new("/quote", $"the quote has {words} words; quote 1 to {Citation.MaximumWords}");
        }

        foreach (var (pointer, beside) in new[] { ("/prefix", citation.Prefix), ("/suffix", citation.Suffix) })
        {
            if (beside is not null && WordsIn(beside) is 0 or > Citation.MaximumWordsBeside)
            {
                yield return new(pointer, $"it has {WordsIn(beside)} words; give 1 to {Citation.MaximumWordsBeside}, or leave it out");
            }
        }
    }

    private static int WordsIn(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static IEnumerable<FactProblem> ProblemsOfPlace(Citation citation, IReadOnlyList<Snapshot> snapshots)
    {
        if (citation.Start is null != citation.End is null)
        {
            yield return new(
                citation.Start is null ? "/start" : "/end",
                "a position has a start and an end; give both, in code points of the snapshot's text, or neither"
            );
        }
        else if (citation.Start is { } start && citation.End is { } end)
        {
            var length = citation.Quote.EnumerateRunes().Count();
            if (start < 0 || (long)end - start != length || snapshots.All(snapshot => end > snapshot.Length))
            {
                yield return new(
                    "/quote",
                    $"start {start} and end {end} do not fit a quote of {length} code points in a text of {snapshots[^1].Length}"
                );
            }
        }
    }

    private static QuoteFinding OfTexts(Citation citation, SourceArchived source, IReadOnlyList<SnapshotText> texts)
    {
        foreach (var text in texts)
        {
            var places = text.PlacesOf(citation.Quote, citation.Prefix, citation.Suffix);
            if (
                citation.Start is { } start
                    ? text.StandsAt(citation.Quote, start, citation.End!.Value) && places.Contains(start)
                    : places.Take(2).Count() == 1
            )
            {
                return new(Placed(citation, citation.Start ?? places.First(), text, source), QuoteStatus.Exact, []);
            }
        }

        if (citation.Start is not null && !texts.Any(text => text.Sha256 == source.SnapshotOf(citation)!.Sha256))
        {
            return PassageDisproving(citation, source.SnapshotOf(citation)!) is { } passage
                ? Wrong(
                    citation,
                    [
                        new(
                            "/quote",
                            $"the quote is not in the snapshot: the passage at {passage.Start}, of {passage.Length} code points, has other words by its digest; copy the words exactly"
                        ),
                    ]
                )
                : new(citation, QuoteStatus.NotChecked, []);
        }

        return Wrong(
            citation,
            [
                texts.Count == 0
                    ? new(
                        "/start",
                        "the quote's position is missing, and the snapshot's text is not available to find it in; give start and end, in code points of that text"
                    )
                    : ProblemIn(texts[0], citation),
            ]
        );
    }

    /// <summary>A passage that lies wholly within a quote and whose digest is not that of the quote's words there; null if there is none. Without the
    /// text, this is all that can be checked.</summary>
    private static Passage? PassageDisproving(Citation citation, Snapshot snapshot)
    {
        var (start, end) = (citation.Start!.Value, citation.End!.Value);
        int[]? offsets = null;
        for (
            var i = Coverage.FirstEndingAfter(start, snapshot.Passages);
            i < snapshot.Passages.Count && snapshot.Passages[i].End() <= end;
            i++
        )
        {
            var passage = snapshot.Passages[i];
            if (passage.Start < start)
            {
                continue;
            }

            offsets ??= OffsetsIn(citation.Quote);
            var words = citation.Quote[offsets[passage.Start - start]..offsets[passage.End() - start]];
            if (PassageCutter.DigestOf(words) != passage.Sha256)
            {
                return passage;
            }
        }

        return null;
    }

    /// <summary>The index of each code point in a text, and of its end.</summary>
    private static int[] OffsetsIn(string text)
    {
        var at = 0;
        return [.. text.EnumerateRunes().Select(rune => (at += rune.Utf16SequenceLength) - rune.Utf16SequenceLength), text.Length];
    }

    private static Citation Placed(Citation citation, int start, SnapshotText text, SourceArchived source) =>
        citation with
        {
            Start = start,
            End = start + citation.Quote.EnumerateRunes().Count(),
            Snapshot = citation.Snapshot ?? (text.Sha256 == source.Snapshots[0].Sha256 ? null : text.Sha256),
        };

    private static FactProblem ProblemIn(SnapshotText text, Citation citation)
    {
        var quoted = text.PlacesOf(citation.Quote).Take(PlacesListed + 1).ToList();
        var fitting = text.PlacesOf(citation.Quote, citation.Prefix, citation.Suffix).Take(PlacesListed + 1).ToList();
        return quoted.Count == 0 ? new("/quote", "the quote is not in the snapshot; copy the words exactly")
            : fitting.Count == 0
                ? new(
                    citation.Prefix is null ? "/suffix" : "/prefix",
                    $"the quote is at {Listed(quoted)}, but nowhere next to those words; copy them exactly, or leave them out"
                )
            : citation.Start is { } start ? new("/start", $"the quote is not at {start}; it is at {Listed(fitting)}")
            : new(
                "/quote",
                $"the quote occurs more than once, at {Listed(fitting)}; give its start and end, or the words right before or after it as prefix or suffix"
            );
    }

    private static string Listed(List<int> places) =>
        string.Join(", ", places.Take(PlacesListed)) + (places.Count > PlacesListed ? " …" : "");

    private static QuoteFinding Wrong(Citation citation, IReadOnlyList<FactProblem> problems) => new(citation, QuoteStatus.Wrong, problems);
}
