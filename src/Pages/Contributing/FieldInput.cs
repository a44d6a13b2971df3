namespace ArtsakhLedger.Pages.Contributing;

/// <summary>How a field is filled in.</summary>
public enum FieldInput
{
    /// <summary>A line of text.</summary>
    Line,

    /// <summary>A text of several lines.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Checked, or left out.</summary>
    Checkbox,

    /// <summary>One of several words.</summary>
    Choice,

    /// <summary>Some of several words.</summary>
    Choices,

    /// <summary>An entity, or a party that the source leaves unnamed.</summary>
    Party,

    /// <summary>Several parties.</summary>
    Parties,

    /// <summary>Fields of its own.</summary>
    Group,
}
