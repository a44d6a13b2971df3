namespace ArtsakhLedger.Ledger;

/// <summary>Who records an entry; permanent and public.</summary>
/// <param name="Subject">The stable identifier: the <c>sub</c> of the token; <c>events/</c> for imported batches.</param>
/// <param name="Name">The display name.</param>
public sealed record Author(string Subject, string Name)
{
    /// <summary>The author of everything that is imported from files.</summary>
    public static Author Import { get; } = new("events/", "events/");
}
