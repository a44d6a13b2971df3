using System.Text.Json;
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

    public static CsvTable Of(StateAnswer answer) => Of(answer.On, [new(answer.Polity, answer.Existence, answer.Entries, answer.Self)]);

    /// <summary>The states of many polities.</summary>
    public static CsvTable Of(string on, IEnumerable<PolityState> states)
    {
        var table = new CsvTable(Columns);
        foreach (var state in states)
        {
            Add(table, on, state);
        }

        return table;
    }

    /// <summary>The rows of one polity, to follow others.</summary>
    public static CsvTable RowsOf(string on, PolityState state)
    {
        var table = CsvTable.WithoutHeader();
        Add(table, on, state);
        return table;
    }

    private static void Add(CsvTable table, string on, PolityState state)
    {
        table.Add(
            on,
            $"{state.Polity.Id}/existence",
            "existence",
            state.Polity.Id,
            state.Polity.Name,
            null,
            Word(state.Existence.Certainty),
            Word(state.Existence.Throughout),
            Word(state.Existence.AtSomeTime),
            Word(state.Existence.Basis),
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
        foreach (var entry in state.Entries)
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
