namespace ArtsakhLedger.Ledger;

/// <summary>A search for entries by what the database has indexed. It may find more than asked for, because corrections may have changed
/// what an entry says.</summary>
/// <param name="Polity">Finds only entries about this polity.</param>
/// <param name="Batch">Finds only entries of this batch.</param>
/// <param name="Author">Finds only entries recorded by this subject.</param>
/// <param name="Names">Finds only entries that name, or were corrected to name, an entity or source of each list.</param>
public sealed record RecordSearch(string? Polity, string? Batch, string? Author, IReadOnlyList<string[]> Names)
{
    /// <summary>Finds only entries of this type, and those that others are about.</summary>
    public string? Type { get; init; }

    /// <summary>Finds only entries that bear on episodes of this kind, and those that others are about.</summary>
    public string? Kind { get; init; }

    /// <summary>Finds only entries of which some day may be this one or a later one, and those that others are about.</summary>
    public long? FirstDay { get; init; }

    /// <summary>Finds only entries of which some day may be this one or an earlier one, and those that others are about.</summary>
    public long? LastDay { get; init; }
}
