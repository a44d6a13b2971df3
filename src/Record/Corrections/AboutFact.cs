using System.Text.Json.Serialization;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Corrections;

/// <summary>An entry about another entry: it corrects, retracts, reinstates, denies or corroborates it. The other stays as it was
/// recorded. All entries about the same one are in the same stream.</summary>
public abstract record AboutFact : Fact
{
    /// <summary>The id of the entry that it is about.</summary>
    [JsonPropertyName("fact")]
    public required string Target { get; init; }

    public override string StreamName() => $"fact/{Target}";
}

/// <summary>An editor changed what the record says. Past answers stay as they were: <c>known-at</c> still gives them.</summary>
public abstract record ChangeOfFact : AboutFact, IReasoned
{
    /// <summary>Why, in the editor's words; permanent and public.</summary>
    public required string Reason { get; init; }
}
