using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Corrections;

/// <summary>Two recorded facts are one act. From now on the second corroborates the first, with its own date and citations, and what is recorded
/// about the second counts for the first.</summary>
public sealed record FactsIdentified : AboutFact, IReasoned
{
    /// <summary>The id of the fact that from now on is a corroboration of the other.</summary>
    public required string Same { get; init; }

    /// <summary>Why, in the editor's words; permanent and public.</summary>
    public required string Reason { get; init; }
}
