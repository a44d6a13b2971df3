namespace ArtsakhLedger.Ledger;

/// <summary>Narrows down the events of the record by what the database knows of them. What is found is a superset of what is asked for:
/// corrections may have changed what an event says.</summary>
/// <param name="Polity">Only events about this polity.</param>
/// <param name="Batch">Only events that came with this batch.</param>
/// <param name="Author">Only events that this subject recorded.</param>
/// <param name="Names">For each list only events that name, or were corrected to name, one of its entities or sources.</param>
public sealed record RecordSearch(string? Polity, string? Batch, string? Author, IReadOnlyList<string[]> Names);
