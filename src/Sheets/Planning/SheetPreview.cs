using System.Text.Json;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Sheets.Columns;
using ArtsakhLedger.Sheets.Dates;
using ArtsakhLedger.Sheets.Names;
using ArtsakhLedger.Sheets.Reading;
using ArtsakhLedger.Sheets.Rows;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Sheets.Planning;

/// <summary>How a sheet was understood. Of long lists it has the beginning, and the number of all.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Format">How it is written.</param>
/// <param name="RowCount">How many rows below the headers are not empty.</param>
/// <param name="Type">The type of fact that the rows tell of.</param>
/// <param name="Polity">The polity whose foreign relations they belong to.</param>
/// <param name="Source">The id of the sheet as a source.</param>
/// <param name="Remarks">What was found out of the file, as sentences.</param>
/// <param name="Columns">What each column says.</param>
/// <param name="Names">The names in it, and the entities that they are.</param>
/// <param name="Dates">The dates in it, and the EDTF that they become.</param>
/// <param name="Facts">The facts that would be recorded.</param>
/// <param name="Problems">What keeps it from being recorded.</param>
/// <param name="Warnings">What is likely to be wrong.</param>
public sealed record SheetPreview(
    string File,
    SheetFormat Format,
    int RowCount,
    string Type,
    EntityReference Polity,
    string Source,
    IReadOnlyList<string> Remarks,
    IReadOnlyList<ShownColumn> Columns,
    IReadOnlyList<ShownName> Names,
    IReadOnlyList<ShownDate> Dates,
    IReadOnlyList<ShownFact> Facts,
    IReadOnlyList<SheetProblem> Problems,
    IReadOnlyList<SheetProblem> Warnings
)
{
    /// <summary>The most items that a list has.</summary>
    public const int MostShown = 1000;

    /// <summary>How many names there are.</summary>
    public required int NameCount { get; init; }

    /// <summary>How many dates there are.</summary>
    public required int DateCount { get; init; }

    /// <summary>How many facts would be recorded.</summary>
    public required int FactCount { get; init; }

    /// <summary>How many entities would be described.</summary>
    public required int EntityCount { get; init; }

    /// <summary>How many sources would be described, the sheet among them.</summary>
    public required int SourceCount { get; init; }

    /// <summary>How many facts are recorded already and left out.</summary>
    public required int RecordedCount { get; init; }

    /// <summary>How many problems there are.</summary>
    public required int ProblemCount { get; init; }

    /// <summary>How many warnings there are.</summary>
    public required int WarningCount { get; init; }

    /// <summary>The numbers of the rows that are the examples of an empty sheet.</summary>
    public IReadOnlyList<int> Examples { get; init; } = [];
}

/// <summary>A column, and what it says.</summary>
/// <param name="Column">Its letter.</param>
/// <param name="Header">Its header, or its letter where it has none.</param>
/// <param name="Meaning">What it says; <c>ignore</c> if nothing for the record.</param>
/// <param name="By">How that is known.</param>
/// <param name="Example">The first cell that is not empty.</param>
public sealed record ShownColumn(string Column, string Header, string Meaning, MatchedBy By, string? Example)
{
    internal static ShownColumn Of(ColumnMatch column, SheetTable table) =>
        new(
            SheetTable.LetterOf(column.Column),
            table.NameOf(column.Column),
            column.Meaning.Name,
            column.By,
            table.Rows.Select(row => row[column.Column]).FirstOrDefault(cell => cell.Length > 0)
        );
}

/// <summary>A name, and the entity that it is.</summary>
/// <param name="Name">The name.</param>
/// <param name="Entity">The id of the entity; absent if it is not known which is meant.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="By">How it was found.</param>
/// <param name="Row">The first row that names it.</param>
/// <param name="Rows">How many rows do.</param>
/// <param name="Nearest">Entities with nearly the same name.</param>
public sealed record ShownName(
    string Name,
    string? Entity,
    EntityKind? Kind,
    FoundBy By,
    int Row,
    int Rows,
    IReadOnlyList<EntityReference> Nearest
)
{
    /// <summary>The description of a new entity, as a line of a file of entities.</summary>
    public string? Description { get; init; }

    internal static ShownName Of(NameMatch name) =>
        new(
            name.Written,
            name.Entity?.Entity,
            name.Entity?.Kind,
            name.By,
            name.Rows is [var row, ..] ? row : 0,
            name.Rows.Count,
            name.Nearest
        )
        {
            Description = name is { By: FoundBy.New, Entity: { } entity } ? LineOf(entity) : null,
        };

    private static string LineOf(EntityDescribed entity)
    {
        var kind = JsonNamingPolicy.KebabCaseLower.ConvertName(entity.Kind.ToString());
        var name = entity.Names[0];
        return $"- {{ id: {entity.Entity}, kind: {kind}, names: [{{ text: {InYaml(name.Text)}, language: {name.Language} }}], reason: {InYaml(entity.Reason)} }}";
    }

    // A text in JSON is one in YAML too.
    private static string InYaml(string text) => JsonSerializer.Serialize(text, FactJson.Options);
}

/// <summary>A date, and what it becomes.</summary>
/// <param name="Written">The date as it is written.</param>
/// <param name="Edtf">The date in EDTF; absent if it cannot be read, or says that nobody knows.</param>
/// <param name="English">What that means.</param>
/// <param name="Remark">What was assumed.</param>
/// <param name="Rows">How often it is there.</param>
public sealed record ShownDate(string Written, string? Edtf, string? English, string? Remark, int Rows)
{
    internal static ShownDate Of(string written, WrittenDate date, int rows) =>
        new(written, date.Date?.ToString(), date.Date?.ToEnglish(), date.Remark, rows);
}

/// <summary>A fact that would be recorded.</summary>
/// <param name="Row">The row that tells of it.</param>
/// <param name="Id">Its id.</param>
/// <param name="Type">Its type.</param>
/// <param name="Date">Its date in EDTF.</param>
/// <param name="Statement">What it says, as a sentence.</param>
public sealed record ShownFact(int Row, string Id, string Type, string? Date, string Statement)
{
    internal static ShownFact Of(int row, Fact fact, PartyNames names) =>
        new(row, fact.Id, FactType.Of(fact).Name, fact.Date?.ToString(), PartyNames.AsSentence(fact.InWords(names)));
}
