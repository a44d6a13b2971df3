using System.Globalization;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Pages.Contributing;

/// <summary>The fields of each kind of fact that can be contributed, from the schema that requests and the files of events/ follow too.</summary>
public static class FactForm
{
    /// <summary>The most citations that one form has.</summary>
    public const int MaxCitations = 50;

    private static readonly Dictionary<string, IReadOnlyList<FormField>> ByType = FactFields.Kinds.ToDictionary(
        kind => kind.Name,
        kind =>
            (IReadOnlyList<FormField>)
                [
                    .. from field in FactFields.Of(kind.Name)!
                    orderby field.Name switch
                    {
                        "polity" => 0,
                        "id" => 2,
                        _ => 1,
                    }
                    select FieldOf(field),
                ]
    );

    /// <summary>Every kind of fact, with what it is.</summary>
    public static IReadOnlyList<(string Name, string Hint)> Types => FactFields.Kinds;

    /// <summary>The fields of a citation.</summary>
    public static IReadOnlyList<FormField> Citation { get; } = [.. FactFields.Citation.Select(FieldOf)];

    /// <summary>The fields of a kind of fact without its citations; null where there is no such kind.</summary>
    public static IReadOnlyList<FormField>? Of(string type) => ByType.GetValueOrDefault(type);

    /// <summary>All boxes of a kind of fact, including those of its citations, with their labels.</summary>
    public static IEnumerable<(string Box, string Label)> BoxesOf(string type, int citations) =>
        [
            .. ByType[type].SelectMany(field => field.Boxes),
            .. from place in Enumerable.Range(0, citations)
            from field in Citation
            select (
                BoxOf(place, field),
                string.Create(CultureInfo.InvariantCulture, $"Citation {place + 1}, {field.Label.ToLowerInvariant()}")
            ),
        ];

    /// <summary>The box of a citation's field.</summary>
    public static string BoxOf(int citation, FormField field) =>
        string.Create(CultureInfo.InvariantCulture, $"citations/{citation}/{field.Name}");

    private static FormField FieldOf(FactField field) =>
        new(field.Name, InputFor(field), field.IsRequired)
        {
            Hint =
                field.Shape == FieldShape.Date
                    ? $"{field.Hint} As EDTF, such as 2018-05-17, 2018-03, 1997, 1993/1997, [..2001-07-04], in the {DaysInWords.Calendar}."
                    : field.Hint,
            Choices = field.Choices,
            Parts = [.. field.Parts.Select(FieldOf)],
        };

    private static FieldInput InputFor(FactField field) =>
        field.Shape switch
        {
            FieldShape.Number => FieldInput.Number,
            FieldShape.Flag => FieldInput.Checkbox,
            FieldShape.Choice => FieldInput.Choice,
            FieldShape.Choices => FieldInput.Choices,
            FieldShape.Party => FieldInput.Party,
            FieldShape.Parties or FieldShape.Entries => FieldInput.Parties,
            FieldShape.Group => FieldInput.Group,
            FieldShape.Text when field.Name is "note" or "quote" or "prefix" or "suffix" => FieldInput.Text,
            _ => FieldInput.Line,
        };
}
