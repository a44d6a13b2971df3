namespace ArtsakhLedger.Facts;

/// <summary>The words of which a statement is made.</summary>
/// <param name="Polity">The polity's name.</param>
/// <param name="Party">The party's name.</param>
/// <param name="Details">The entry's details, as words.</param>
public sealed record EpisodeWords(string Polity, string Party, IReadOnlyDictionary<string, string> Details)
{
    /// <summary>The number of the period of the thing, where it held several times.</summary>
    public int Period { get; init; } = 1;

    /// <summary>One detail; null if the facts do not give it.</summary>
    public string? this[string detail] => Details.GetValueOrDefault(detail);

    /// <summary>Whether it is suspended.</summary>
    internal bool IsSuspended => this[Phase.Status] == Phase.Suspended;

    /// <summary>A word and a detail after it: " at ambassadorial level"; empty if the facts do not give the detail.</summary>
    internal string After(string word, string detail, string then = "") =>
        this[detail] is not { } given ? ""
        : word.Length == 0 ? $" {given}{then}"
        : $" {word} {given}{then}";

    /// <summary>A detail in parentheses; empty if the facts do not give it.</summary>
    internal string InParentheses(string detail) => this[detail] is { } given ? $" ({given})" : "";
}
