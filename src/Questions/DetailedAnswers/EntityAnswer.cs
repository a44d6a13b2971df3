using System.Text.Json.Serialization;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.DetailedAnswers;

/// <summary>An entity with its names and its relations.</summary>
public sealed record EntityAnswer
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required EntityKind Kind { get; init; }

    /// <summary>Its names as sources spell them: the one that answers use first, then aliases and spellings.</summary>
    public required IReadOnlyList<EntityName> Names { get; init; }

    /// <summary>What authorities call it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<EntityIdentifier>? Identifiers { get; init; }

    /// <summary>Where it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Coordinates? Coordinates { get; init; }

    /// <summary>How many hold it at a time, where it is a post of which that is said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Seats? Seats { get; init; }

    /// <summary>The polities that it succeeded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<EntityReference>? Predecessors { get; init; }

    /// <summary>The polities that succeeded it, or into which it was united.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<EntityReference>? Successors { get; init; }

    /// <summary>Ids that were merged into this one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? OtherIds { get; init; }

    /// <summary>The facts that describe it and identify it with others.</summary>
    public required IReadOnlyList<string> Descriptions { get; init; }

    /// <summary>The address of its state, if it is a polity that the ledger has facts about.</summary>
    public string? State { get; init; }

    /// <summary>Its relations, by polity.</summary>
    public required IReadOnlyList<RelationsOfPolity> Relations { get; init; }

    /// <summary>The last position that touched it or anything that the answer names.</summary>
    public required KnownAtAnswer KnownAt { get; init; }

    /// <summary>The permanent address of this answer.</summary>
    public required string Self { get; init; }
}

/// <summary>The relations of an entity with one polity.</summary>
/// <param name="Polity">The polity.</param>
/// <param name="Episodes">The episodes that it takes part in, in the order of answers.</param>
/// <param name="Facts">Single events that name it, in the order of positions.</param>
/// <param name="MayBe">Facts with an unnamed party that it could be.</param>
public sealed record RelationsOfPolity(
    EntityReference Polity,
    IReadOnlyList<EpisodeOfEntity> Episodes,
    IReadOnlyList<string> Facts,
    IReadOnlyList<string> MayBe
);

/// <summary>An episode that an entity takes part in.</summary>
/// <param name="Episode">The episode's id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Party">The entity that its entries name, which may be a different one: the host of an office is not its city.</param>
/// <param name="Statement">What its entries say.</param>
/// <param name="Facts">Links to the facts of the episode that name the entity.</param>
public sealed record EpisodeOfEntity(string Episode, string Kind, EntityReference Party, string Statement, IReadOnlyList<string> Facts);
