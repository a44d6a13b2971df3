using System.Text.Json;
using ArtsakhLedger.Http;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Answers;

/// <summary>A state as a table for spreadsheets: existence first, then the entries.</summary>
public static class StateTable
{
    public static CsvTable Of(StateAnswer answer)
    {
        var table = new CsvTable(
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
            "facts"
        );
        table.Add(
            answer.On,
            $"{answer.Polity.Id}/existence",
            "existence",
            answer.Polity.Id,
            answer.Polity.Name,
            null,
            Word(answer.Existence.Certainty),
            Word(answer.Existence.Throughout),
            Word(answer.Existence.AtSomeTime),
            Word(answer.Existence.Basis),
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
        foreach (var entry in answer.Entries)
        {
            table.Add(
                answer.On,
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

        return table;
    }

    /// <summary>The dates that the sources give; rival ones side by side.</summary>
    private static string DatesOf(BoundAnswer bound) => string.Join(CsvTable.BetweenDates, bound.Claims.Select(claim => claim.Edtf));

    private static string? Word<T>(T? word)
        where T : struct, Enum => word is { } value ? JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()) : null;

    private static string? Mark(bool isSo) => isSo ? "true" : null;
}
