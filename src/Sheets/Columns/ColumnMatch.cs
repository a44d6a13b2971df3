namespace ArtsakhLedger.Sheets.Columns;

/// <summary>How it is known what a column says.</summary>
public enum MatchedBy
{
    /// <summary>It is not known.</summary>
    Nothing,

    /// <summary>The map says so.</summary>
    Map,

    /// <summary>Its header is the name.</summary>
    Name,

    /// <summary>Its header is another word for it.</summary>
    OtherName,

    /// <summary>Its header has a word for it.</summary>
    Word,

    /// <summary>Its header is nearly a word for it.</summary>
    Spelling,

    /// <summary>Its cells are such values.</summary>
    Cells,
}

/// <summary>A column, and what it says.</summary>
/// <param name="Column">Its number, from 0.</param>
/// <param name="Header">Its header.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="By">How that is known.</param>
public sealed record ColumnMatch(int Column, string Header, ColumnMeaning Meaning, MatchedBy By);
