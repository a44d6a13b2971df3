using System.Text.Json;
using System.Text.Json.Serialization;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Facts;

/// <summary>A fact as answers show it (<see cref="FactAnswer"/>). Beside these members it has the fields of its type.</summary>
public sealed record DescribedFact
{
    public required string Id { get; init; }

    /// <summary>The kind of fact, such as <c>office-opened</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The polity whose foreign relations it belongs to; absent for what describes entities and sources.</summary>
    public string? Polity { get; init; }

    /// <summary>When it happened or held, in EDTF; absent where no source dates it.</summary>
    public string? Date { get; init; }

    /// <summary>What the fields cannot say, in the record's own words.</summary>
    public string? Note { get; init; }

    /// <summary>It is drawn from sources rather than said by one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Inferred { get; init; }

    /// <summary>The passages that say it.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>The episodes that it opens, attests or closes; empty where it only happens.</summary>
    public required IReadOnlyList<string> Episodes { get; init; }

    /// <summary>Its place in the order of record.</summary>
    public required long Position { get; init; }

    /// <summary>When the ledger learnt it.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who recorded it.</summary>
    public required Author Author { get; init; }

    /// <summary>The batch that it came with; absent for what came by itself.</summary>
    public string? Batch { get; init; }

    /// <summary>It was taken out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Retracted { get; init; }

    /// <summary>The position of what last changed it; absent where nothing did.</summary>
    public long? LastChanged { get; init; }

    /// <summary>When it happened, by all who say so; absent where it is as the fact itself says, or tells of something that holds for a time.</summary>
    public HappenedOn? Happened { get; init; }

    /// <summary>Links to the facts by which further sources say the same.</summary>
    public IReadOnlyList<string>? Corroborations { get; init; }

    /// <summary>Links to the facts by which sources deny it.</summary>
    public IReadOnlyList<string>? Denials { get; init; }

    /// <summary>The address of its versions.</summary>
    public required string History { get; init; }

    /// <summary>The address of the way from it to the quoted passages.</summary>
    public required string Provenance { get; init; }

    /// <summary>The fields of its type.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Fields { get; init; }
}
