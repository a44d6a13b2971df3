using System.Globalization;
using ArtsakhLedger.Sheets.Columns;
using ArtsakhLedger.Sheets.Names;
using ArtsakhLedger.Sheets.Planning;
using Spectre.Console;

namespace ArtsakhLedger.CommandLine;

/// <summary>Prints how a sheet is understood, for people. Of long lists it prints the beginning.</summary>
internal static class SheetPreviewTables
{
    private const int MostRows = 40;
    private const int MostFacts = 20;
    private const int Width = 80;

    public static void Print(SheetPreview preview, IAnsiConsole console, TextWriter output, TextWriter error)
    {
        output.WriteLine(
            $"{preview.File}: {Count(preview.RowCount, "row")}, read as {preview.Type} of {preview.Polity.Name} ({preview.Polity.Id})."
        );
        foreach (var remark in preview.Remarks)
        {
            output.WriteLine(remark);
        }

        PrintColumns(preview, console);
        PrintNames(preview, console, output);
        PrintDates(preview, console, output);
        PrintFacts(preview, console, output);
        foreach (var warning in preview.Warnings.Take(MostRows))
        {
            output.WriteLine($"warning: {warning}");
        }

        PrintRest(output, preview.WarningCount, MostRows, "warnings");
        foreach (var problem in preview.Problems)
        {
            error.WriteLine($"{preview.File}: {problem}");
        }

        PrintRest(error, preview.ProblemCount, preview.Problems.Count, "problems");
        if (preview.ProblemCount > 0)
        {
            error.WriteLine($"{Count(preview.ProblemCount, "problem")}.");
        }

        output.WriteLine(
            $"{Count(preview.FactCount, "fact")}, {Count(preview.EntityCount, "new entity", "new entities")}, {Count(preview.SourceCount, "new source")}{(preview.RecordedCount == 0 ? "" : $"; {preview.RecordedCount} recorded already")}."
        );
    }

    private static void PrintColumns(SheetPreview preview, IAnsiConsole console)
    {
        var table = TableOf("column", "header", "is read as", "because of", "such as");
        foreach (var column in preview.Columns)
        {
            table.AddRow(
                column.Column,
                Markup.Escape(column.Header),
                Markup.Escape(column.By == MatchedBy.Nothing ? "–" : column.Meaning),
                column.By switch
                {
                    MatchedBy.Map => "the map",
                    MatchedBy.Name => "its name",
                    MatchedBy.OtherName => "its header",
                    MatchedBy.Word => "a word in it",
                    MatchedBy.Spelling => "its spelling",
                    MatchedBy.Cells => "its cells",
                    _ => "–",
                },
                Markup.Escape(Short(column.Example ?? ""))
            );
        }

        console.Write(table);
    }

    private static void PrintNames(SheetPreview preview, IAnsiConsole console, TextWriter output)
    {
        var worthLooking = preview.Names.Where(name => name.By is not (FoundBy.Name or FoundBy.Id)).ToList();
        if (worthLooking.Count > 0)
        {
            var table = TableOf("name", "entity", "found", "rows");
            foreach (var name in worthLooking.OrderBy(name => name.By == FoundBy.Nothing ? 0 : 1).Take(MostRows))
            {
                table.AddRow(
                    Markup.Escape(Short(name.Name)),
                    Markup.Escape(name.Entity ?? "?"),
                    Markup.Escape(InWords(name)),
                    name.Rows.ToString(CultureInfo.InvariantCulture)
                );
            }

            console.Write(table);
            PrintRest(output, worthLooking.Count, MostRows, "names");
        }

        if (preview.NameCount > worthLooking.Count)
        {
            output.WriteLine($"{Count(preview.NameCount - worthLooking.Count, "other name")} are known.");
        }
    }

    private static void PrintDates(SheetPreview preview, IAnsiConsole console, TextWriter output)
    {
        var written = preview.Dates.Where(date => date.Edtf is not null && date.Edtf != date.Written).ToList();
        if (written.Count == 0)
        {
            return;
        }

        var table = TableOf("date", "EDTF", "that is");
        foreach (var date in written.Take(MostRows))
        {
            table.AddRow(
                Markup.Escape(Short(date.Written)),
                Markup.Escape(date.Edtf!),
                Markup.Escape($"{date.English}{(date.Remark is null ? "" : $" ({date.Remark})")}")
            );
        }

        console.Write(table);
        PrintRest(output, written.Count, MostRows, "dates");
    }

    private static void PrintFacts(SheetPreview preview, IAnsiConsole console, TextWriter output)
    {
        if (preview.FactCount == 0)
        {
            return;
        }

        var table = TableOf("row", "fact", "date");
        foreach (var fact in preview.Facts.Take(MostFacts))
        {
            table.AddRow(fact.Row.ToString(CultureInfo.InvariantCulture), Markup.Escape(fact.Statement), Markup.Escape(fact.Date ?? "–"));
        }

        console.Write(table);
        PrintRest(output, preview.FactCount, MostFacts, "facts");
    }

    private static string InWords(ShownName name) =>
        name.By switch
        {
            FoundBy.Map => "in the map",
            FoundBy.Identifier => "by its identifier",
            FoundBy.Alias => "by another name",
            FoundBy.New =>
                $"new: {name.Kind}{(name.Nearest.Count == 0 ? "" : $"; like {string.Join(", ", name.Nearest.Select(one => one.Name))}")}".ToLowerInvariant(),
            _ => "not known",
        };

    private static void PrintRest(TextWriter output, int count, int printed, string what)
    {
        if (count > printed)
        {
            output.WriteLine($"… and {count - printed} more {what}.");
        }
    }

    private static Table TableOf(params IEnumerable<string> columns)
    {
        var table = new Table { Border = TableBorder.Simple, Width = Width };
        foreach (var column in columns)
        {
            table.AddColumn(column);
        }

        return table;
    }

    private static string Short(string text) => text.Length <= 40 ? text : $"{text[..39]}…";

    private static string Count(int count, string one, string? many = null) => $"{count} {(count == 1 ? one : many ?? $"{one}s")}";
}
