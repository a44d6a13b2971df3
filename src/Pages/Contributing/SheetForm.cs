using ArtsakhLedger.Sheets.Columns;

namespace ArtsakhLedger.Pages.Contributing;

/// <summary>The form for a sheet as it was filled in. It leaves the token out, so that no page can show it.</summary>
/// <param name="FileName">The name of the sheet; null if none was chosen.</param>
/// <param name="Content">The sheet.</param>
/// <param name="Map">How it is to be understood, as far as the form says so.</param>
/// <param name="IsToBeRecorded">Whether the button was pressed that records it.</param>
public sealed record SheetForm(string? FileName, byte[]? Content, ColumnMap Map, bool IsToBeRecorded)
{
    /// <summary>The box for the file.</summary>
    public const string FileBox = "sheet";

    /// <summary>The box that keeps the file while the form is filled in, in base64.</summary>
    public const string ContentBox = "content";

    /// <summary>The box that keeps its name.</summary>
    public const string FileNameBox = "file-name";

    public const string PolityBox = "polity";

    public const string TypeBox = "type";

    /// <summary>The box that keeps the type of fact as which the sheet was read last.</summary>
    public const string ReadAsBox = "read-as";

    public const string DatesBox = "dates";

    public const string WorksheetBox = "worksheet";

    public const string TitleBox = "title";

    public const string TokenBox = FormProblem.TokenBox;

    /// <summary>The buttons.</summary>
    public const string PressBox = "press";

    /// <summary>The button that shows what the sheet makes.</summary>
    public const string Preview = "preview";

    /// <summary>The button that records it.</summary>
    public const string Record = "record";

    /// <summary>The boxes that keep the headers of columns.</summary>
    public const string HeaderBoxes = "header/";

    /// <summary>The boxes for what columns say.</summary>
    public const string ColumnBoxes = "column/";

    /// <summary>The boxes for what fields say of all rows.</summary>
    public const string ValueBoxes = "value/";

    /// <summary>The boxes that keep the names of entities.</summary>
    public const string NameBoxes = "name/";

    /// <summary>The boxes for the ids of entities.</summary>
    public const string EntityBoxes = "entity/";

    /// <summary>A form with nothing filled in but the polity and the type.</summary>
    public static SheetForm Empty(string? polity, string? type) => new(null, null, new() { Polity = polity, Type = type }, false);
}
