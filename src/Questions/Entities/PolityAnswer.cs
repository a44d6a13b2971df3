namespace ArtsakhLedger.Entities;

/// <summary>A polity that the ledger has facts about.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">The address of its state; add <c>?on=</c> with a date.</param>
public sealed record PolityAnswer(string Id, string Name, string State);
