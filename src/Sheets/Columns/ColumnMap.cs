using ArtsakhLedger.Sheets.Dates;

namespace ArtsakhLedger.Sheets.Columns;

/// <summary>How a sheet is to be understood, as far as somebody has said so. It can be kept in a file and used for the next sheet of the same kind.</summary>
public sealed record ColumnMap
{
    /// <summary>In place of the id of an entity: it is a new one.</summary>
    public const string NewEntity = "new";

    /// <summary>In place of the id of an entity: nobody has said yet which is meant.</summary>
    public const string NotSaid = "?";

    /// <summary>The type of fact that the rows tell of.</summary>
    public string? Type { get; init; }

    /// <summary>The polity whose foreign relations they belong to.</summary>
    public string? Polity { get; init; }

    /// <summary>The worksheet of a workbook.</summary>
    public string? Worksheet { get; init; }

    /// <summary>What the sheet is called as a source; the name of its file by default.</summary>
    public string? Title { get; init; }

    /// <summary>Which comes first where a day is written in numbers.</summary>
    public DayOrder Dates { get; init; }

    /// <summary>What columns say, by their headers.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>What fields say of every row whose column is empty or missing.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>The ids of entities by their names in the sheet; <see cref="NewEntity"/> for one that is described
    /// if no entity has that name.</summary>
    public IReadOnlyDictionary<string, string> Entities { get; init; } = new Dictionary<string, string>();
}
