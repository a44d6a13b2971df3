using System.Text.Json;
using ArtsakhLedger.DryRuns;
using ArtsakhLedger.RulesOfTime;
using Spectre.Console;

namespace ArtsakhLedger.CommandLine;

/// <summary>Flips for people, in 80 columns: a table for each polity, of the first that are as many as anybody reads.</summary>
public static class FlipTable
{
    private const int MostFactsNamed = 3;
    private const int MostRows = 500;

    public static void Print(IReadOnlyList<Flip> flips, IAnsiConsole console)
    {
        if (flips.Count == 0)
        {
            console.WriteLine("No answer flips.");
        }

        foreach (var polity in flips.GroupBy(flip => flip.Polity))
        {
            console.WriteLine($"{polity.Key}: answers that would flip, and through which fact");
            var table = new Table { Border = TableBorder.Simple, Width = 80 };
            foreach (
                var (column, width) in new (string, int?)[] { ("from", 10), ("until", 10), ("what", null), ("before", 9), ("after", 9) }
            )
            {
                table.AddColumn(column, header => header.Width = width);
            }

            foreach (var flip in polity.Take(MostRows))
            {
                table.AddRow(
                    flip.From ?? "",
                    flip.Until ?? "",
                    Markup.Escape($"{flip.Statement} ({Through(flip)})"),
                    Word(flip.Before),
                    Word(flip.After)
                );
            }

            console.Write(table);
            if (polity.Count() - MostRows is > 0 and var more)
            {
                console.WriteLine($"and {more} more");
            }
        }
    }

    private static string Through(Flip flip) =>
        flip.Facts.Count switch
        {
            0 => "nothing is certain after the record's date",
            <= MostFactsNamed => string.Join(", ", flip.Facts),
            _ => $"{string.Join(", ", flip.Facts.Take(MostFactsNamed))} and {flip.Facts.Count - MostFactsNamed} more",
        };

    private static string Word(Certainty certainty) => JsonNamingPolicy.KebabCaseLower.ConvertName(certainty.ToString());
}
