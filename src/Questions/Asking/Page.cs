namespace ArtsakhLedger.Asking;

/// <summary>A page of a list.</summary>
/// <param name="Items">The items, in the order of the list.</param>
/// <param name="Next">The address of the next page; absent on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
