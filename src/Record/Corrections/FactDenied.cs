using System.Text.Json.Serialization;

namespace ArtsakhLedger.Corrections;

/// <summary>What a source denies.</summary>
public enum Denied
{
    /// <summary>That it happened.</summary>
    Fact,

    /// <summary>That it ended.</summary>
    End,
}

/// <summary>A source denies a fact, and so contradicts all claims about the fact's episodes. The denial of a fact that closes an episode is
/// a denial of the end.</summary>
public sealed record FactDenied : AboutFact
{
    /// <summary>Whether the source denies that it happened or that it ended.</summary>
    [JsonPropertyName("denies")]
    public Denied Denies { get; init; }
}
