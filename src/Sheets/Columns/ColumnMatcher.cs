using ArtsakhLedger.Entities;
using ArtsakhLedger.Sheets.Dates;
using ArtsakhLedger.Sheets.Reading;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Sheets.Columns;

/// <summary>Finds out what the columns of a sheet say: from the map, from their headers, and else from their cells.</summary>
internal sealed class ColumnMatcher
{
    private const int SampledRows = 200;
    private const double Most = 0.5;
    private const int LeastLettersOfWord = 4;
    private const int LeastLettersForOneSlip = 5;
    private const int LeastLettersForTwoSlips = 9;

    private readonly SheetKind kind;
    private readonly SheetTable table;
    private readonly ColumnMap map;
    private readonly ColumnMatch?[] found;
    private readonly HashSet<ColumnMeaning> taken = [];

    private ColumnMatcher(SheetKind kind, SheetTable table, ColumnMap map)
    {
        (this.kind, this.table, this.map) = (kind, table, map);
        found = new ColumnMatch?[table.Headers.Count];
    }

    /// <param name="kind">The type of fact that the rows tell of.</param>
    /// <param name="table">The sheet.</param>
    /// <param name="map">What is said of its columns already.</param>
    /// <param name="isKnownName">Whether an entity is known by a name.</param>
    /// <returns>Every column, in order.</returns>
    public static IReadOnlyList<ColumnMatch> Match(SheetKind kind, SheetTable table, ColumnMap map, Func<string, bool> isKnownName)
    {
        var matcher = new ColumnMatcher(kind, table, map);
        matcher.ByMap();
        matcher.ByHeader(MatchedBy.Name, meaning => [meaning.Header]);
        matcher.ByHeader(MatchedBy.OtherName, meaning => HeaderWords.AliasesOf(kind, meaning));
        matcher.ByWord();
        matcher.BySpelling();
        matcher.ByCells(isKnownName);
        return
        [
            .. Enumerable
                .Range(0, table.Headers.Count)
                .Select(i => matcher.found[i] ?? new(i, table.Headers[i], ColumnMeaning.Ignored, MatchedBy.Nothing)),
        ];
    }

    /// <summary>Whether a column says the type of fact: each of its cells is one.</summary>
    public static bool IsOfTypes(SheetTable table, int column)
    {
        var cells = table.Rows.Select(row => row[column]).Where(cell => cell.Length > 0).ToList();
        return cells.Count > 0 && cells.TrueForAll(cell => SheetKind.Named(cell) is not null);
    }

    private void ByMap()
    {
        for (var i = 0; i < found.Length; i++)
        {
            if (map.Columns.TryGetValue(table.NameOf(i), out var name) && kind.Meaning(name) is { } meaning)
            {
                Take(i, meaning, MatchedBy.Map);
            }
        }
    }

    private void ByHeader(MatchedBy by, Func<ColumnMeaning, IEnumerable<string>> wordsFor)
    {
        foreach (var meaning in kind.Meanings)
        {
            var keys = wordsFor(meaning).Select(HeaderWords.KeyOf).ToHashSet();
            foreach (var i in Open().Where(i => keys.Contains(HeaderWords.KeyOf(table.Headers[i]))).ToList())
            {
                Take(i, meaning, by);
            }
        }
    }

    /// <summary>"Date of recognition" has the word "date". The longest words count first, and those for further facts before all: "Date withdrawn".</summary>
    private void ByWord()
    {
        var candidates =
            from meaning in kind.Meanings
            where meaning.Kind != MeaningKind.Ignored
            from word in HeaderWords.AliasesOf(kind, meaning).Append(meaning.Header)
            let words = HeaderWords.WordsOf(word)
            where words.Count > 0 && word.Length >= LeastLettersOfWord
            from i in Open()
            where Contains(HeaderWords.WordsOf(table.Headers[i]), words)
            orderby meaning.Kind == MeaningKind.Further ? 0 : 1, words.Count descending, word.Length descending, i
            select (i, meaning);
        foreach (var (i, meaning) in candidates.ToList())
        {
            Take(i, meaning, MatchedBy.Word);
        }
    }

    private void BySpelling()
    {
        foreach (var i in Open().ToList())
        {
            var key = HeaderWords.KeyOf(table.Headers[i]);
            var nearest = kind
                .Meanings.Where(meaning => meaning.Kind != MeaningKind.Ignored)
                .SelectMany(meaning =>
                    HeaderWords.AliasesOf(kind, meaning).Append(meaning.Header).Select(word => (meaning, Key: HeaderWords.KeyOf(word)))
                )
                .FirstOrDefault(word => IsSlip(key, word.Key) && !taken.Contains(word.meaning));
            if (nearest.meaning is not null)
            {
                Take(i, nearest.meaning, MatchedBy.Spelling);
            }
        }
    }

    private void ByCells(Func<string, bool> isKnownName)
    {
        var date = kind.Meaning("date")!;
        if (!taken.Contains(date) && Best(IsDate) is { } dates)
        {
            Take(dates, date, MatchedBy.Cells);
        }

        if (
            kind.MainParty is { } party
            && kind.Meaning(party.Name) is { } meaning
            && !taken.Contains(meaning)
            && Best(isKnownName) is { } names
        )
        {
            Take(names, meaning, MatchedBy.Cells);
        }
    }

    /// <summary>The column that is not understood and most of whose cells are of a sort.</summary>
    private int? Best(Func<string, bool> isOfSort) =>
        Open().Select(i => (Column: i, Share: ShareOf(i, isOfSort))).OrderByDescending(one => one.Share).FirstOrDefault()
            is { Share: > Most } best
            ? best.Column
            : null;

    private double ShareOf(int column, Func<string, bool> isOfSort)
    {
        var cells = table.Rows.Take(SampledRows).Select(row => row[column]).Where(cell => cell.Length > 0).ToList();
        return cells.Count == 0 ? 0 : (double)cells.Count(isOfSort) / cells.Count;
    }

    private static bool IsDate(string cell) =>
        WrittenDate.Read(cell) is { IsUndated: false } date && (date.Date is not null || date.Readings.Count > 0);

    /// <summary>Whether a column that would name parties has dates: "From" and "To" head both.</summary>
    private bool HasDates(int column, ColumnMeaning meaning) =>
        meaning is { Kind: MeaningKind.Field, Field.Shape: FieldShape.Party or FieldShape.Parties or FieldShape.Entity }
        && ShareOf(column, IsDate) > 0
        && ShareOf(column, cell => IsDate(cell) || WrittenDate.Read(cell).IsUndated || WrittenDate.SaysThatItLasts(cell)) > Most;

    private IEnumerable<int> Open() => Enumerable.Range(0, found.Length).Where(i => found[i] is null);

    private void Take(int column, ColumnMeaning meaning, MatchedBy by)
    {
        if (
            found[column] is null
            && (by == MatchedBy.Map || ((meaning.Kind != MeaningKind.Type || IsOfTypes(table, column)) && !HasDates(column, meaning)))
            && (taken.Add(meaning) || meaning.MayRepeat)
        )
        {
            found[column] = new(column, table.Headers[column], meaning, by);
        }
    }

    private static bool Contains(IReadOnlyList<string> all, IReadOnlyList<string> words) =>
        Enumerable.Range(0, Math.Max(0, all.Count - words.Count + 1)).Any(at => all.Skip(at).Take(words.Count).SequenceEqual(words));

    private static bool IsSlip(string key, string word) =>
        key.Length >= LeastLettersForOneSlip
        && NearestIds.DistanceOf(key, word) <= (Math.Min(key.Length, word.Length) >= LeastLettersForTwoSlips ? 2 : 1);
}
