using System.Globalization;
using System.Text.Json.Nodes;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Sheets.Columns;
using ArtsakhLedger.Sheets.Reading;
using ArtsakhLedger.Sheets.Rows;
using ArtsakhLedger.Sources;
using ArtsakhLedger.State;

namespace ArtsakhLedger.Sheets.Planning;

/// <summary>The documents that rows cite beside the sheet: known ones are found by id, title or address, others are described from what the row says.</summary>
internal sealed class CitedSources
{
    private const int LongestId = 80;
    private const int LongestTitle = 500;

    private readonly SourceRegister known;
    private readonly string fileName;
    private readonly IReadOnlyList<ColumnMatch> columns;
    private readonly Dictionary<string, SourceArchived> byName = [];
    private readonly Dictionary<string, SourceArchived> described = [];

    public CitedSources(SourceRegister known, string fileName, IReadOnlyList<ColumnMatch> columns)
    {
        (this.known, this.fileName, this.columns) = (known, fileName, columns);
        foreach (var source in known.All.Select(one => one.Source))
        {
            byName.TryAdd(source.Source, source);
            foreach (
                var name in new[] { source.Csl["title"], source.Csl["URL"] }.OfType<JsonValue>().Select(name => KeyOf(name.ToString()))
            )
            {
                byName.TryAdd(name, source);
            }
        }
    }

    /// <summary>Those that are new, in the order of the rows.</summary>
    public IReadOnlyCollection<SourceArchived> New => described.Values;

    /// <summary>The citation of a document that a row names and quotes; null if it does not do both.</summary>
    /// <param name="row">The row.</param>
    /// <param name="warnings">What is left out or cut is added to this.</param>
    public Citation? Of(SheetRow row, List<SheetProblem> warnings)
    {
        var (title, address, quote) = (Cell(MeaningKind.Source, row), Cell(MeaningKind.Address, row), Cell(MeaningKind.Quote, row));
        if (title.Length == 0 && address.Length == 0)
        {
            if (quote.Length > 0)
            {
                warnings.Add(
                    new(
                        row.Number,
                        HeaderOf(MeaningKind.Quote),
                        quote,
                        "the row quotes words and names no source, so only the row is cited"
                    )
                );
            }

            return null;
        }

        if (quote.Length == 0)
        {
            return null;
        }

        if (title.Length > LongestTitle)
        {
            warnings.Add(
                new(
                    row.Number,
                    HeaderOf(MeaningKind.Source),
                    title[..40] + "…",
                    $"the title has more than {LongestTitle} characters, so only the row is cited"
                )
            );
            return null;
        }

        var words = SheetSource.FirstWords(quote);
        if (words.Length < quote.Length)
        {
            warnings.Add(
                new(
                    row.Number,
                    HeaderOf(MeaningKind.Quote),
                    quote,
                    $"the quote is cut to its first {Citation.MaximumWords} words, the most that a quote may have"
                )
            );
        }

        return new()
        {
            Source = SourceOf(title, address, row).Source,
            Quote = words,
            Locator = Cell(MeaningKind.Locator, row) is { Length: > 0 } page
                ? page.All(char.IsAsciiDigit)
                    ? $"p. {page}"
                    : page
                : null,
        };
    }

    /// <summary>The source with an id, also one that is new in the sheet.</summary>
    public SourceArchived? WithId(string id) => known.Find(id)?.Source ?? described.GetValueOrDefault(id);

    private SourceArchived SourceOf(string title, string address, SheetRow row)
    {
        if (title.Length == 0 || IsAddress(title))
        {
            (title, address) = (address.Length > 0 && title.Length > 0 ? title : "", address.Length > 0 ? address : title);
        }

        foreach (var name in new[] { address, title }.Where(name => name.Length > 0))
        {
            if (byName.TryGetValue(name, out var byId) || byName.TryGetValue(KeyOf(name), out byId))
            {
                return byId;
            }
        }

        var named = title.Length > 0 ? title : address;
        var id = FreeId(NameSlug.Of(named));
        var csl = new JsonObject { ["type"] = address.Length > 0 ? "webpage" : "document", ["title"] = named };
        if (IsAddress(address))
        {
            csl["URL"] = address;
        }

        var source = new SourceArchived
        {
            Id = SourceArchived.FactIdOf(id),
            Source = id,
            Csl = csl,
            ExcerptOnly = true,
            Reason = string.Create(CultureInfo.InvariantCulture, $"is cited in row {row.Number} of {fileName}"),
        };
        described[id] = byName[KeyOf(named)] = source;
        if (address.Length > 0)
        {
            byName.TryAdd(KeyOf(address), source);
        }

        return source;
    }

    private string FreeId(string slug)
    {
        var begin = slug[..Math.Min(slug.Length, LongestId)].Trim('-');
        return Enumerable
            .Range(2, int.MaxValue - 2)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"{begin}-{number}"))
            .Prepend(begin)
            .First(id => known.FindRecorded(id) is null && !described.ContainsKey(id));
    }

    private string Cell(MeaningKind meaning, SheetRow row) =>
        columns.FirstOrDefault(column => column.Meaning.Kind == meaning) is { } column ? row[column.Column] : "";

    private string? HeaderOf(MeaningKind meaning) => columns.FirstOrDefault(column => column.Meaning.Kind == meaning)?.Header;

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    private static string KeyOf(string name) => IsAddress(name) ? name : NameKey.Of(name);
}
