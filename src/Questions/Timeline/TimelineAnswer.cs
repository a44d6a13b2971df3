using System.Text.Json.Serialization;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Timeline;

/// <summary>A page of what happened, in the order of its days.</summary>
public sealed record TimelineAnswer
{
    public required EntityReference Polity { get; init; }

    /// <summary>The first day asked about; absent where there is none.</summary>
    public string? From { get; init; }

    /// <summary>The last day asked about; absent where there is none.</summary>
    public string? To { get; init; }

    /// <summary>The last position that touched the polity or anything that the answer names.</summary>
    public required KnownAtAnswer KnownAt { get; init; }

    public required IReadOnlyList<TimelineItem> Items { get; init; }

    /// <summary>The address of the next page; absent on the last one.</summary>
    public string? Next { get; init; }

    /// <summary>The permanent address of this answer; absent on a page after the first, whose own address is permanent.</summary>
    public string? Self { get; init; }
}

/// <summary>A fact in a timeline.</summary>
public sealed record TimelineItem
{
    /// <summary>The fact's id.</summary>
    public required string Fact { get; init; }

    public required string Type { get; init; }

    /// <summary>What it says, in words.</summary>
    public required string Statement { get; init; }

    /// <summary>Its date in EDTF, of what only happened by all who say so; absent if no source dates it.</summary>
    public string? Date { get; init; }

    /// <summary>The date in English.</summary>
    public string? English { get; init; }

    /// <summary>The earliest day that it can mean; absent where unbounded.</summary>
    public string? Earliest { get; init; }

    /// <summary>The latest day that it can mean; absent where unbounded.</summary>
    public string? Latest { get; init; }

    /// <summary>Of what only happened: the dates of which not all can be true, each with the facts that give it; absent if all can.</summary>
    public IReadOnlyList<DateOfHappening>? Rivals { get; init; }

    /// <summary>Every party that it names; an unnamed party in the source's words.</summary>
    public required IReadOnlyList<object> Parties { get; init; }

    /// <summary>The entities that an unnamed party could be.</summary>
    public IReadOnlyList<string>? MayBe { get; init; }

    /// <summary>The episodes that it opens, attests or closes; empty for a single event.</summary>
    public required IReadOnlyList<string> Episodes { get; init; }

    /// <summary>Whether a further source says the same.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Corroborated { get; init; }

    /// <summary>Whether a source denies it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Denied { get; init; }

    /// <summary>It is inferred from sources rather than stated by one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Inferred { get; init; }

    /// <summary>Links to the fact and to what corroborates or denies it.</summary>
    public required IReadOnlyList<string> Facts { get; init; }
}
