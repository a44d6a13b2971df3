using System.Text.Json;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Http;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Answers;

/// <summary>A state as a table for spreadsheets: existence first, then the entries.</summary>
public static class StateTable
{
    private static readonly string[] Columns =
    [
        "on",
        "episode",
        "kind",
        "party",
        "name",
        "statement",
        "certainty",
        "throughout",
        "atSomeTime",
        "basis",
        "start",
        "startEarliest",
        "startLatest",
        "end",
        "endEarliest",
        "endLatest",
        "lastAttested",
        "undated",
        "outsidePolity",
        "inferred",
        "facts",
    ];

    public static CsvTable Of(StateAnswer answer)
    {
        var table = Empty();
        AddRows(table, answer.On, answer.Polity, answer.Existence, answer.Entries);
        return table;
    }

    /// <summary>The columns alone.</summary>
    public static CsvTable Empty() => new(Columns);

    /// <summary>The rows of one polity, to follow the columns.</summary>
    public static CsvTable RowsOf(string on, EntityReference polity, ThreeValues existence, IReadOnlyList<Entry> entries)
    {
        var rows = CsvTable.WithoutColumns();
        AddRows(rows, on, polity, existence, entries);
        return rows;
    }

    private static void AddRows(CsvTable table, string on, EntityReference polity, ThreeValues existence, IReadOnlyList<Entry> entries)
    {
        table.Add(
            on,
            $"{polity.Id}/existence",
            "existence",
            polity.Id,
            polity.Name,
            null,
            Word(existence.Certainty),
            Word(existence.Throughout),
            Word(existence.AtSomeTime),
            Word(existence.Basis),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null
        );
        foreach (var entry in entries)
        {
            table.Add(
                on,
                entry.Episode,
                entry.Kind,
                entry.Party.Id,
                entry.Party.Name,
                entry.Statement,
                Word(entry.Certainty),
                Word(entry.Throughout),
                Word(entry.AtSomeTime),
                Word(entry.Basis),
                DatesOf(entry.Start),
                entry.Start.Earliest,
                entry.Start.Latest,
                DatesOf(entry.End),
                entry.End.Earliest,
                entry.End.Latest,
                entry.LastAttested,
                Mark(entry.Undated),
                Mark(entry.OutsidePolity),
                Mark(entry.Inferred),
                string.Join(' ', entry.Facts)
            );
        }
    }

    /// <summary>The dates that the sources give; rival ones side by side.</summary>
    private static string DatesOf(BoundAnswer bound) => string.Join(CsvTable.BetweenDates, bound.Claims.Select(claim => claim.Edtf));

    private static string? Word<T>(T? word)
        where T : struct, Enum => word is { } value ? JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()) : null;

    private static string? Mark(bool isSo) => isSo ? "true" : null;
}
