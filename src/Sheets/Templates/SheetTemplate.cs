using System.Text;
using System.Text.Json.Nodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Sheets.Columns;
using ArtsakhLedger.Sheets.Reading;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Sheets.Templates;

/// <summary>An empty sheet for a type of fact: a row of headers and two example rows, which say how the cells are written and are never recorded.</summary>
public static class SheetTemplate
{
    private static readonly string[] Gazette = ["Example Gazette", "Example Yearbook"];

    private static readonly Dictionary<EntityKind, string[]> NamesOf = new()
    {
        [EntityKind.Polity] = ["Peru", "Senegal"],
        [EntityKind.SubNational] = ["Cusco Region", "Casamance"],
        [EntityKind.Municipality] = ["Lima", "Dakar"],
        [EntityKind.Legislature] = ["Congress of Peru", "National Assembly of Senegal"],
        [EntityKind.Chamber] = ["Upper House of Exampleland", "Lower House of Exampleland"],
        [EntityKind.Organisation] = ["Organisation of Examples", "Union of Examples"],
        [EntityKind.Party] = ["Example Party", "Party of Examples"],
        [EntityKind.Person] = ["Ada Example", "Ben Example"],
        [EntityKind.Convention] = ["Convention on Examples", "Treaty of Exampleville"],
        [EntityKind.CountryGroup] = ["Example Countries", "Other Example Countries"],
        [EntityKind.Post] = ["president", "foreign minister"],
        [EntityKind.Institution] = ["Ministry of Examples", "Court of Examples"],
        [EntityKind.Group] = ["people of Exampleville", "people of Exampleton"],
        [EntityKind.Tournament] = ["Example Cup", "Example Games"],
    };

    /// <summary>The sheet as CSV.</summary>
    /// <param name="kind">The type of fact.</param>
    /// <param name="withAllColumns">Whether to have a column for every field, rather than for those that such facts mostly have.</param>
    public static string Of(SheetKind kind, bool withAllColumns)
    {
        var columns = ColumnsOf(kind, withAllColumns);
        var sheet = new StringBuilder();
        sheet.AppendJoin(',', columns.Select(column => Quoted(column.Header))).Append('\n');
        for (var row = 0; row < 2; row++)
        {
            sheet.AppendJoin(',', columns.Select(column => Quoted(ExampleOf(kind, column, row)))).Append('\n');
        }

        return sheet.ToString();
    }

    /// <summary>The numbers of the rows of a sheet that are still these examples.</summary>
    public static IReadOnlyList<int> ExamplesIn(SheetTable table, SheetKind kind) =>
        [
            .. from row in table.Rows.Take(2)
            where
                Gazette.Any(title => row.Cells.Contains(title))
                && Enumerable
                    .Range(0, 2)
                    .Any(example =>
                        Enumerable
                            .Range(0, table.Headers.Count)
                            .All(i => kind.Meaning(table.Headers[i]) is { } meaning && row[i] == ExampleOf(kind, meaning, example))
                    )
            select row.Number,
        ];

    private static List<ColumnMeaning> ColumnsOf(SheetKind kind, bool withAllColumns)
    {
        var example = FactFields.ExampleOf(kind.Name) ?? [];
        var isPost = kind.Field("post") is not null;
        return
        [
            .. kind.Meanings.Where(meaning =>
                meaning.Kind switch
                {
                    MeaningKind.Type or MeaningKind.Source or MeaningKind.Quote => true,
                    MeaningKind.Field when meaning.Field!.Name == "date" => true,
                    MeaningKind.Field => (withAllColumns && meaning.Field.Shape != FieldShape.Group)
                        || meaning.Field.IsRequired
                        || (
                            example.ContainsKey(meaning.Field.Name)
                            && meaning.Field is { Shape: not (FieldShape.Flag or FieldShape.Group), Name: not "note" }
                        ),
                    MeaningKind.Part => withAllColumns
                        || example[meaning.Field!.Name] is JsonObject parts && parts.ContainsKey(meaning.Part!.Name),
                    MeaningKind.Until => isPost,
                    MeaningKind.Further => !isPost || withAllColumns,
                    MeaningKind.CalledAs or MeaningKind.Unnamed or MeaningKind.MayBe or MeaningKind.Address or MeaningKind.Locator =>
                        withAllColumns,
                    _ => false,
                }
            ),
        ];
    }

    private static string ExampleOf(SheetKind kind, ColumnMeaning meaning, int row) =>
        meaning.Kind switch
        {
            MeaningKind.Type => kind.Name,
            MeaningKind.Field => ExampleOf(kind, meaning.Field!, row),
            MeaningKind.Part => ExampleOf(kind, meaning.Part!, row),
            MeaningKind.Until => row == 0 ? "May 1984" : "",
            MeaningKind.Further when row == 0 => FurtherFacts.Of(kind.Name).TakeWhile(one => one.Word != meaning.Name).Count() switch
            {
                0 => "1984",
                1 => "May 1985",
                _ => "",
            },
            MeaningKind.Source => Gazette[row],
            MeaningKind.Quote => "the words that say it",
            MeaningKind.Locator => row == 0 ? "12" : "",
            _ => "",
        };

    private static string ExampleOf(SheetKind kind, FactField field, int row) =>
        field.Shape switch
        {
            FieldShape.Date => row == 0 ? "6 March 1976" : "c. 1980",
            FieldShape.Party or FieldShape.Entity => IsLeftOut(kind, field) ? "" : NamesOf[SheetKind.KindOf(field)][row],
            FieldShape.Parties => string.Join("; ", NamesOf[SheetKind.KindOf(field)]),
            FieldShape.Choice => field.Choices[field.Name == "level" ? 0 : Math.Min(row, field.Choices.Count - 1)],
            FieldShape.Choices => field.Choices[row],
            FieldShape.Number when field.Name == "term" => "",
            FieldShape.Number => row == 0 ? "61" : "2",
            FieldShape.Flag => "",
            FieldShape.Text when field.Name is "note" or "checked" => "",
            _ => TextOf(kind, field),
        };

    /// <summary>A second state where the polity is one of the two, and the like, is nothing that most rows have.</summary>
    private static bool IsLeftOut(SheetKind kind, FactField field) =>
        !field.IsRequired && field != kind.MainParty && FactFields.ExampleOf(kind.Name)?.ContainsKey(field.Name) is not true;

    private static string TextOf(SheetKind kind, FactField field) =>
        FactFields.ExampleOf(kind.Name)?[field.Name] is JsonValue value && value.TryGetValue<string>(out var text) ? text
        : field.IsRequired ? "an example"
        : "";

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny("\",\n\r") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
