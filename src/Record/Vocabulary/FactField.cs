using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Vocabulary;

/// <summary>What the value of a field is.</summary>
public enum FieldShape
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>True, or left out.</summary>
    Flag,

    /// <summary>One of several words.</summary>
    Choice,

    /// <summary>Some of several words.</summary>
    Choices,

    /// <summary>A date in EDTF.</summary>
    Date,

    /// <summary>The id of an entity.</summary>
    Entity,

    /// <summary>An entity, or a party that the source leaves unnamed.</summary>
    Party,

    /// <summary>Several of them.</summary>
    Parties,

    /// <summary>Ids of other entries of the record.</summary>
    Entries,

    /// <summary>Fields of its own.</summary>
    Group,
}

/// <summary>A field of a kind of fact, as the schema that requests and files follow describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">What its value is.</param>
/// <param name="IsRequired">Whether a fact without it is refused.</param>
public sealed record FactField(string Name, FieldShape Shape, bool IsRequired)
{
    /// <summary>What belongs in it.</summary>
    public string? Hint { get; init; }

    /// <summary>The words to choose from.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The fields of a group.</summary>
    public IReadOnlyList<FactField> Parts { get; init; } = [];

    /// <summary>The kinds of entity that it may name; empty if any will do.</summary>
    public IReadOnlyList<EntityKind> Kinds { get; init; } = [];
}
