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

/// <summary>A source denies a fact: a rival of everything that the fact's episodes rest on. A denial of a fact that closes an episode is
/// one of the end.</summary>
public sealed record FactDenied : AboutFact
{
    /// <summary>Whether it happened is denied, or that it ended.</summary>
    [JsonPropertyName("denies")]
    public Denied Denies { get; init; }
}
