using ArtsakhLedger.Pages.Problems;
using ArtsakhLedger.Sheets.Columns;
using ArtsakhLedger.Sheets.Names;
using ArtsakhLedger.Sheets.Planning;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Pages.Contributing;

/// <summary>The form for a sheet, and how the sheet was understood.</summary>
/// <param name="Form">What is filled in.</param>
/// <param name="Plan">What the sheet makes; null until one was read.</param>
public sealed record SheetView(SheetForm Form, SheetPlan? Plan)
{
    private const int MostNames = 200;
    private const int MostRows = 100;

    /// <summary>Why the form as it was sent was refused; null where it was not.</summary>
    public ShownProblem? Refused { get; init; }

    /// <summary>Whether the token is what was refused.</summary>
    public bool IsRefusedForToken => Refused is { Status: 401 or 403 };

    public string Title =>
        Plan is null ? "Record a sheet"
        : Refused is not null ? $"Not recorded: {Plan.Preview.File}"
        : $"What {Plan.Preview.File} says";

    /// <summary>What a column may say, with the words of a header.</summary>
    public IReadOnlyList<ColumnMeaning> Meanings => SheetKind.Named(Plan!.Preview.Type)!.Meanings;

    /// <summary>The fields that every row needs and no column says, and those that the form gives a value for all rows.</summary>
    public IReadOnlyList<FactField> FieldsWithoutColumn =>
        [
            .. SheetKind
                .Named(Plan!.Preview.Type)!
                .Fields.Where(one =>
                    Form.Map.Values.ContainsKey(one.Name)
                    || (one.IsRequired && Plan.Preview.Columns.All(column => column.Meaning.Split('/')[0] != one.Name))
                ),
        ];

    /// <summary>The names that are worth a look: those that are not known for certain first.</summary>
    public IReadOnlyList<ShownName> NamesToLookAt =>
        [
            .. Plan!
                .Preview.Names.Where(name => name.By is not (FoundBy.Id or FoundBy.Name) && name.Row > 0)
                .OrderBy(name => name.By == FoundBy.Nothing ? 0 : 1)
                .Take(MostNames),
        ];

    /// <summary>The dates that are not EDTF as they are written.</summary>
    public IReadOnlyList<ShownDate> DatesToLookAt =>
        [.. Plan!.Preview.Dates.Where(date => date.Edtf is not null && date.Edtf != date.Written).Take(MostRows)];

    /// <summary>The first facts.</summary>
    public IReadOnlyList<ShownFact> FirstFacts => [.. Plan!.Preview.Facts.Take(MostRows)];

    /// <summary>How it is known what a column says, in words.</summary>
    public static string InWords(MatchedBy by) =>
        by switch
        {
            MatchedBy.Map => "as you say",
            MatchedBy.Name => "by its header",
            MatchedBy.OtherName => "by its header",
            MatchedBy.Word => "by a word in its header",
            MatchedBy.Spelling => "by the spelling of its header",
            MatchedBy.Cells => "by its cells",
            _ => "not known",
        };

    /// <summary>How an entity was found, in words.</summary>
    public static string InWords(ShownName name) =>
        name.By switch
        {
            FoundBy.Map => "as you say",
            FoundBy.Identifier => "by its identifier",
            FoundBy.Alias => "by another name of it",
            FoundBy.New => $"new, a {FieldBox.InWords(System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName($"{name.Kind}"))}",
            _ => "not known: which is meant?",
        };

    /// <summary>A number of things in words.</summary>
    public static string Count(int count, string one, string? many = null) => $"{count} {(count == 1 ? one : many ?? $"{one}s")}";
}
