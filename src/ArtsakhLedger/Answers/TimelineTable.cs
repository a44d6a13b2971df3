using ArtsakhLedger.Entities;
using ArtsakhLedger.Http;
using ArtsakhLedger.Timeline;

namespace ArtsakhLedger.Answers;

/// <summary>A timeline as a table for spreadsheets.</summary>
public static class TimelineTable
{
    public static CsvTable Of(IEnumerable<TimelineItem> items)
    {
        var table = new CsvTable(
            "fact",
            "type",
            "statement",
            "date",
            "english",
            "earliest",
            "latest",
            "rivals",
            "parties",
            "mayBe",
            "episodes",
            "corroborated",
            "denied",
            "inferred",
            "facts"
        );
        foreach (var item in items)
        {
            table.Add(
                item.Fact,
                item.Type,
                item.Statement,
                item.Date,
                item.English,
                item.Earliest,
                item.Latest,
                item.Rivals is null ? null : string.Join(CsvTable.BetweenDates, item.Rivals.Select(rival => rival.Date)),
                string.Join("; ", item.Parties.Select(party => party is EntityReference named ? named.Name : party.ToString())),
                string.Join(' ', item.MayBe ?? []),
                string.Join(' ', item.Episodes),
                Mark(item.Corroborated),
                Mark(item.Denied),
                Mark(item.Inferred),
                string.Join(' ', item.Facts)
            );
        }

        return table;
    }

    private static string? Mark(bool isSo) => isSo ? "true" : null;
}
