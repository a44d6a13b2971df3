namespace ArtsakhLedger.Pages.Contributing;

/// <summary>How a field is filled in.</summary>
public enum FieldForm
{
    /// <summary>A line of text.</summary>
    Line,

    /// <summary>A text of several lines.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Yes, or left out.</summary>
    Yes,

    /// <summary>One of several words.</summary>
    Choice,

    /// <summary>Some of several words.</summary>
    Choices,

    /// <summary>An entity, or a party that the source leaves unnamed.</summary>
    Party,

    /// <summary>Several of them.</summary>
    Parties,

    /// <summary>Fields of its own.</summary>
    Group,
}
