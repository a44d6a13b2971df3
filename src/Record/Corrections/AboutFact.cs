using System.Text.Json.Serialization;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Corrections;

/// <summary>An event about another event of the record: it corrects it, takes it out, brings it back, denies or corroborates it. The other
/// one stays as it was recorded. All of them about one event stand in one stream.</summary>
public abstract record AboutFact : Fact
{
    /// <summary>The id of the event that it is about.</summary>
    [JsonPropertyName("fact")]
    public required string Target { get; init; }

    public override string StreamName() => $"fact/{Target}";
}

/// <summary>A change of what the record says, by an editor. It changes no past answer: <c>known-at</c> still shows what stood before.</summary>
public abstract record ChangeOfFact : AboutFact
{
    /// <summary>Why, in the editor's words; permanent and public.</summary>
    public required string Reason { get; init; }
}
