using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Entities;

/// <summary>One name of an entity, as a source spells it.</summary>
public sealed record EntityName
{
    /// <summary>The name.</summary>
    public required string Text { get; init; }

    /// <summary>Its language, a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>The name as a sentence takes it, where the program would get the article wrong: "the CSCE". Otherwise an English name takes
    /// "the" if its main word asks for it ("the Republic of Kenya"), and any other name is taken as it is.</summary>
    public string? InText { get; init; }

    /// <summary>The name as a sentence takes it.</summary>
    internal string InTextFor(EntityKind kind) => InText ?? (IsEnglish ? Article.InText(kind, Text) : Text);

    private bool IsEnglish => Language.Split('-')[0] == "en";
}

/// <summary>An entity with its kind and its names: answers use the first; the others are aliases and spellings.</summary>
public sealed record EntityDescribed : Fact
{
    /// <summary>The entity's id.</summary>
    public required string Entity { get; init; }

    public required EntityKind Kind { get; init; }

    public required IReadOnlyList<EntityName> Names { get; init; }

    /// <summary>What other authorities call it.</summary>
    public IReadOnlyList<EntityIdentifier>? Identifiers { get; init; }

    /// <summary>Where it is: for a place.</summary>
    public Coordinates? Coordinates { get; init; }

    /// <summary>How many hold a post at a time, one if nothing is said; only for a post.</summary>
    public Seats? Seats { get; init; }

    /// <summary>Why the record describes it like this, in place of a citation.</summary>
    public required string Reason { get; init; }

    public override string StreamName() => $"entity/{Entity}";

    /// <summary>The id of the fact that describes an entity.</summary>
    public static string FactIdOf(string entity) => $"entity-{entity}";
}
