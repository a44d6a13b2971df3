using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Sheets.Columns;

/// <summary>What the cells of a column say.</summary>
public enum MeaningKind
{
    /// <summary>Nothing for the record.</summary>
    Ignored,

    /// <summary>The type of fact.</summary>
    Type,

    /// <summary>The value of a field.</summary>
    Field,

    /// <summary>What the source calls a party.</summary>
    CalledAs,

    /// <summary>What the source says of a party that it does not name.</summary>
    Unnamed,

    /// <summary>Whom an unnamed party may be.</summary>
    MayBe,

    /// <summary>A part of a field that has several.</summary>
    Part,

    /// <summary>The end of the time that the date begins.</summary>
    Until,

    /// <summary>The date of a further fact about the same thing, such as a withdrawal.</summary>
    Further,

    /// <summary>The title, id or address of the document that says it.</summary>
    Source,

    /// <summary>The address of the document on the web.</summary>
    Address,

    /// <summary>Where in the document it is.</summary>
    Locator,

    /// <summary>The words of the document.</summary>
    Quote,
}

/// <summary>Something that a column of a sheet may say.</summary>
/// <param name="Name">Its name: the field, or the field, a slash and a part of it.</param>
/// <param name="Kind">What the cells are.</param>
public sealed record ColumnMeaning(string Name, MeaningKind Kind)
{
    /// <summary>A column that says nothing for the record.</summary>
    public static ColumnMeaning Ignored { get; } = new("ignore", MeaningKind.Ignored);

    /// <summary>The field.</summary>
    public FactField? Field { get; init; }

    /// <summary>The part of the field.</summary>
    public FactField? Part { get; init; }

    /// <summary>The type of a further fact.</summary>
    public string? FurtherType { get; init; }

    /// <summary>Whether several columns may say it.</summary>
    public bool MayRepeat => Kind is MeaningKind.Ignored or MeaningKind.Further;

    /// <summary>Its name as a header: "accredited to", "votes for".</summary>
    public string Header => InWords(Name);

    /// <summary>A name in words: "accreditedTo" as "accredited to".</summary>
    internal static string InWords(string name) =>
        string.Concat(
            name.Select(c =>
                char.IsAsciiLetterUpper(c) ? $" {char.ToLowerInvariant(c)}"
                : c is '/' or '-' ? " "
                : c.ToString()
            )
        );
}
