using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Sheets.Columns;
using ArtsakhLedger.Sheets.Dates;
using ArtsakhLedger.Sheets.Names;
using ArtsakhLedger.Sheets.Reading;
using ArtsakhLedger.Vocabulary;
using Edtf;

namespace ArtsakhLedger.Sheets.Rows;

/// <summary>Reads a row: the fact that it tells of, and the further facts of its columns for withdrawals and renewals.</summary>
/// <param name="kind">The type of fact.</param>
/// <param name="columns">What the columns say.</param>
/// <param name="values">What fields say where no cell does.</param>
/// <param name="names">Finds the entities.</param>
/// <param name="dates">Reads the dates.</param>
internal sealed partial class RowReader(
    SheetKind kind,
    IReadOnlyList<ColumnMatch> columns,
    IReadOnlyDictionary<string, string> values,
    NameMatcher names,
    DateCells dates
)
{
    // What says of one act what need not be so of the next about the same thing.
    private static readonly string[] OfOneAct = ["chamber", "mutual", "note", "inferred", "checked", "term"];

    private static readonly Dictionary<EntityKind, string> Levels = new()
    {
        [EntityKind.Polity] = "state",
        [EntityKind.SubNational] = "sub-national",
        [EntityKind.Municipality] = "municipal",
        [EntityKind.Legislature] = "parliament",
        [EntityKind.Chamber] = "chamber",
        [EntityKind.Organisation] = "organisation",
        [EntityKind.Party] = "party",
    };

    private readonly FactField? level = kind.Field("level") is { Shape: FieldShape.Choice } found ? found : null;

    /// <summary>The facts that a row tells of, the first one first.</summary>
    /// <param name="row">The row.</param>
    /// <param name="problems">The problems of its cells are added to this.</param>
    public IEnumerable<RowContent> Read(SheetRow row, List<SheetProblem> problems)
    {
        var content = new JsonObject { ["type"] = kind.Name };
        var from = new Dictionary<string, int>();
        foreach (var field in kind.Fields)
        {
            if (Value(field, row, problems, from) is { } value)
            {
                content[field.Name] = value;
            }
        }

        AddLevel(content);
        var main = new RowContent(row, content, from);
        AddUntil(main, problems);
        yield return main;
        foreach (var column in columns.Where(column => column.Meaning.Kind == MeaningKind.Further))
        {
            foreach (var further in FurtherOf(main, column, problems))
            {
                yield return further;
            }
        }
    }

    private JsonNode? Value(FactField field, SheetRow row, List<SheetProblem> problems, Dictionary<string, int> from)
    {
        var own = columns.FirstOrDefault(column => column.Meaning is { Kind: MeaningKind.Field } meaning && meaning.Field == field);
        var cell = own is null ? "" : row[own.Column];
        if (own is not null)
        {
            from[field.Name] = own.Column;
        }

        if (cell.Length == 0 && values.TryGetValue(field.Name, out var ofAll))
        {
            cell = ofAll;
        }

        void Refuse(string message) => problems.Add(new(row.Number, own?.Header ?? field.Name, cell, message));

        if (field.Shape == FieldShape.Party)
        {
            return Party(field, cell, row, Refuse);
        }

        if (field.Parts.Count > 0 && Parts(field, row, problems) is { } parts)
        {
            return parts;
        }

        if (cell.Length == 0)
        {
            return null;
        }

        switch (field.Shape)
        {
            case FieldShape.Date:
                var date = dates.Read(cell);
                if (date.Problem is { } wrong)
                {
                    Refuse(wrong);
                }

                return date.Date?.ToString();
            case FieldShape.Entity:
                return EntityOf(field, cell, row, Refuse);
            case FieldShape.Parties:
                var parties = new JsonArray([
                    .. cell.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                        .Select(one => Quoted(one) is { } unnamed ? Unnamed(unnamed) : EntityOf(field, one, row, Refuse))
                        .OfType<JsonNode>(),
                ]);
                return parties.Count == 0 ? null : parties;
            default:
                var value = CellWords.ValueOf(field, cell, out var problem);
                if (problem is not null)
                {
                    Refuse(problem);
                }

                return value;
        }
    }

    private JsonObject? Parts(FactField field, SheetRow row, List<SheetProblem> problems)
    {
        var parts = new JsonObject();
        foreach (var column in columns.Where(column => column.Meaning is { Kind: MeaningKind.Part } meaning && meaning.Field == field))
        {
            if (row[column.Column] is { Length: > 0 } cell)
            {
                parts[column.Meaning.Part!.Name] = CellWords.ValueOf(column.Meaning.Part, cell, out var problem);
                if (problem is not null)
                {
                    problems.Add(new(row.Number, column.Header, cell, problem));
                }
            }
        }

        return parts.Count == 0 ? null : parts;
    }

    private JsonNode? Party(FactField field, string cell, SheetRow row, Action<string> refuse)
    {
        var unnamed = Quoted(cell) ?? CellOf(MeaningKind.Unnamed, field, row);
        if (unnamed.Length > 0)
        {
            var party = Unnamed(unnamed);
            var mayBe = CellOf(MeaningKind.MayBe, field, row)
                .Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(one => EntityOf(field, one, row, refuse))
                .OfType<JsonNode>()
                .ToList();
            if (mayBe.Count > 0)
            {
                party["mayBe"] = new JsonArray([.. mayBe]);
            }

            return party;
        }

        if (cell.Length == 0)
        {
            return null;
        }

        var id = EntityOf(field, cell, row, refuse);
        return id is not null && CellOf(MeaningKind.CalledAs, field, row) is { Length: > 0 } calledAs
            ? new JsonObject { ["id"] = id, ["as"] = calledAs }
            : id;
    }

    private JsonNode? EntityOf(FactField field, string cell, SheetRow row, Action<string> refuse)
    {
        if (field.Kinds.Contains(EntityKind.Post) && PostOf(cell) is { } post)
        {
            return post.Name;
        }

        var match = names.Find(cell, field.Kinds, KindOfNew(field, row), row.Number);
        if (match.Problem is { } problem)
        {
            refuse(problem);
        }

        return match.Entity?.Entity;
    }

    /// <summary>What an entity is if it is new: of an actor, what the level of the row says; else what the field asks for.</summary>
    private EntityKind KindOfNew(FactField field, SheetRow row)
    {
        if (level is null || field != kind.MainParty)
        {
            return SheetKind.KindOf(field);
        }

        var column = columns.FirstOrDefault(column => column.Meaning.Field == level);
        var said = column is not null && row[column.Column].Length > 0 ? row[column.Column] : values.GetValueOrDefault(level.Name) ?? "";
        return said.Length > 0 && CellWords.ValueOf(level, said, out _) is { } word
            ? Levels.FirstOrDefault(one => one.Value == word.ToString()).Key
            : SheetKind.KindOf(field);
    }

    /// <summary>The level of an actor that the row does not give is that of what the actor is.</summary>
    private void AddLevel(JsonObject content)
    {
        if (
            level is { IsRequired: true }
            && !content.ContainsKey(level.Name)
            && content[kind.MainParty!.Name] is { } party
            && (party as JsonObject)?["unnamed"] is null
            && names.WithId(((party as JsonObject)?["id"] ?? party).ToString()) is { } actor
            && Levels.TryGetValue(actor.Kind, out var word)
        )
        {
            content[level.Name] = word;
        }
    }

    /// <summary>Makes the date the interval from itself until what the column for the end says.</summary>
    private void AddUntil(RowContent main, List<SheetProblem> problems)
    {
        var column = columns.FirstOrDefault(column => column.Meaning.Kind == MeaningKind.Until);
        if (column is null || main.Row[column.Column] is not { Length: > 0 } cell)
        {
            return;
        }

        void Refuse(string message) => problems.Add(new(main.Row.Number, column.Header, cell, message));

        var start = main.Content["date"]?.ToString() ?? "";
        var lasts = WrittenDate.SaysThatItLasts(cell);
        var end = lasts ? null : dates.Read(cell);
        if (end?.Problem is { } wrong)
        {
            Refuse(wrong);
        }
        else if (end is { Date: null } && !lasts)
        {
            return; // not known, which says no more than an empty cell
        }
        else if (EdtfDate.TryParse($"{start}/{(lasts ? ".." : end!.Date.ToString())}", out var interval))
        {
            main.Content["date"] = interval.ToString();
        }
        else
        {
            Refuse($"the time from '{start}' to '{cell}' is no interval; write dates such as 1976, and one that is not before the other");
        }
    }

    private IEnumerable<RowContent> FurtherOf(RowContent main, ColumnMatch column, List<SheetProblem> problems)
    {
        var cell = main.Row[column.Column];
        if (cell.Length == 0 || CellWords.IsNo(cell))
        {
            yield break;
        }

        foreach (var text in CellWords.IsYes(cell) ? [""] : DateCells.TextsOf(cell))
        {
            var date = text.Length == 0 ? null : dates.Read(text);
            if (date?.Problem is { } wrong)
            {
                problems.Add(new(main.Row.Number, column.Header, text, wrong));
                continue;
            }

            var further = new JsonObject { ["type"] = column.Meaning.FurtherType };
            foreach (var field in SheetKind.Named(column.Meaning.FurtherType!)!.Fields.Where(IsOfIdentity))
            {
                if (main.Content[field.Name] is { } value)
                {
                    further[field.Name] = value.DeepClone();
                }
            }

            if (date?.Date is { } found)
            {
                further["date"] = found.ToString();
            }

            yield return new(
                main.Row,
                further,
                main.Columns.Where(one => one.Key != "date").Append(new("date", column.Column)).ToDictionary()
            );
        }
    }

    /// <summary>Whether a field says what a fact is about, rather than what happened.</summary>
    private static bool IsOfIdentity(FactField field) =>
        field.Name != "date"
        && !OfOneAct.Contains(field.Name)
        && (field.IsRequired || field.Shape is FieldShape.Party or FieldShape.Entity || field.Name is "officeType" or "language");

    private string CellOf(MeaningKind meaning, FactField field, SheetRow row) =>
        columns.FirstOrDefault(column => column.Meaning.Kind == meaning && column.Meaning.Field == field) is { } column
            ? row[column.Column]
            : "";

    private static JsonObject Unnamed(string words) => new() { ["unnamed"] = words };

    private static string? Quoted(string cell) =>
        QuotedCell().Match(cell) is { Success: true } quoted ? quoted.Groups["words"].Value.Trim() : null;

    private static KnownPost? PostOf(string cell)
    {
        var key = Entities.NameKey.Of(cell);
        return KnownPost.All.FirstOrDefault(post => Entities.NameKey.Of(post.Name) == key || Entities.NameKey.Of(post.Words) == key);
    }

    [GeneratedRegex("^[\"“](?<words>[^\"”]+)[\"”]\\z", RegexOptions.ExplicitCapture)]
    private static partial Regex QuotedCell();
}
