namespace ArtsakhLedger.Access;

/// <summary>The roles that a token can give. An editor may do everything that a contributor may.</summary>
public static class Role
{
    /// <summary>Records facts, corroborations, denials, sources and entities.</summary>
    public const string Contributor = "contributor";

    /// <summary>Also corrects, retracts, reinstates, prefers claims and imports batches.</summary>
    public const string Editor = "editor";

    public static IReadOnlyList<string> All { get; } = [Contributor, Editor];
}
